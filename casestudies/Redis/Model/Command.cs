namespace Redis.Model;

/// <summary>A command.</summary>
/// <param name="Verb">What it does to the mode.</param>
/// <param name="Text">Its arguments, escaped so that different ones have different texts.</param>
public sealed record Command(Verb Verb, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
