namespace Igloo.Proving.Counterexamples;

/// <summary>A part of a state that an event changed.</summary>
/// <param name="Place">Which part: <c>Inbox[0]</c>.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
public sealed record FieldChange(string Place, string Before, string After)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}  {Before} -> {After}";
}
