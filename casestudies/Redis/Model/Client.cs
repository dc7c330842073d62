namespace Redis.Model;

/// <summary>A client with its connection.</summary>
/// <param name="Index">Tells clients apart at run time.</param>
[Sort]
public readonly record struct Client(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"c{Index}";
}
