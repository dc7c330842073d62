namespace Tftp.Model;

/// <summary>A transfer with its client.</summary>
/// <param name="Index">Tells transfers apart at run time.</param>
[Sort]
public readonly record struct Session(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"t{Index}";
}
