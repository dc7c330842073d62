namespace Retirement;

/// <summary>What is passed on.</summary>
[Sort]
public readonly record struct Item(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
