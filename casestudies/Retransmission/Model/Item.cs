namespace Retransmission.Model;

/// <summary>What is sent.</summary>
/// <param name="Index">Tells items apart at run time.</param>
[Sort]
public readonly record struct Item(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"i{Index}";
}
