namespace Redis.Model;

/// <summary>A reply.</summary>
/// <param name="Kind">What it says about the connection.</param>
/// <param name="Text">Its bytes.</param>
public sealed record Reply(ReplyKind Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Replace("\r\n", " ", StringComparison.Ordinal).TrimEnd();
}
