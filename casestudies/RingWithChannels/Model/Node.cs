namespace RingWithChannels.Model;

/// <summary>A node, which is also what it calls itself.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Node(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
