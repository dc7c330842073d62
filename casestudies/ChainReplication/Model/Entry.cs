namespace ChainReplication.Model;

/// <summary>An entry of the log.</summary>
/// <param name="Index">Tells entries apart at run time.</param>
[Sort]
public readonly record struct Entry(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"e{Index}";
}
