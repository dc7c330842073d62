namespace Retransmission.Model;

/// <summary>A node: it sends a stream of items to the next one, and receives that of the one before.</summary>
/// <param name="Index">Tells nodes apart at run time.</param>
[Sort]
public readonly record struct Node(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
