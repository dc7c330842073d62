namespace Paxos.Model;

/// <summary>A round of voting.</summary>
/// <param name="Index">Tells them apart at run time.</param>
[Sort]
public readonly record struct Round(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => Index.ToString();
}
