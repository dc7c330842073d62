namespace TwoPhase.Model;

/// <summary>A site with a resource manager.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Site(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
