namespace Failover.Model;

/// <summary>A node of the group.</summary>
/// <param name="Index">Tells nodes apart at run time.</param>
[Sort]
public readonly record struct Node(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
