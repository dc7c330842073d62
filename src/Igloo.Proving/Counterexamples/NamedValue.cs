namespace Igloo.Proving.Counterexamples;

/// <summary>A value with its name, as text.</summary>
/// <param name="Name">The field, parameter or role.</param>
/// <param name="Text">The value.</param>
public sealed record NamedValue(string Name, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {Text}";
}
