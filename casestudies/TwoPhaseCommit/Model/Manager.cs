namespace TwoPhase.Model;

/// <summary>A resource manager.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Manager(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
