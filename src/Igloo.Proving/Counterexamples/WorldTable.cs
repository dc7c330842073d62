namespace Igloo.Proving.Counterexamples;

/// <summary>An operation of a theory in a world.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Text">Its values: <c>0 -> 1 -> 0</c> for a cycle, <c>0 &lt; 1</c> for a strict total order, otherwise a set or a map.</param>
public sealed record WorldTable(string Name, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Text}";
}
