namespace Paxos.Model;

/// <summary>A set of acceptors that suffices for a decision.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Quorum(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
