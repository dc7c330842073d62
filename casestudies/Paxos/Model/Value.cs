namespace Paxos.Model;

/// <summary>A value that can be decided.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Value(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
