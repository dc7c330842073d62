namespace Tftp.Model;

/// <summary>A client that reads one file.</summary>
/// <param name="Index">Tells clients apart in explored instances.</param>
[Sort]
public readonly record struct Client(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"c{Index}";
}
