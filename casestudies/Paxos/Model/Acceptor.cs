namespace Paxos.Model;

/// <summary>An acceptor.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Acceptor(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
