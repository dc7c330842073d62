namespace LockServer;

/// <summary>A client of the lock service.</summary>
/// <param name="Index">Tells clients apart at run time.</param>
[Sort]
public readonly record struct Client(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
