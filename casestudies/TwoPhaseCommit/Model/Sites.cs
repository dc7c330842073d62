namespace TwoPhase.Model;

/// <summary>As many managers as the size says.</summary>
/// <param name="size">The size, at least 1.</param>
[Instances(1, 8)]
public sealed class Sites(int size) : ISites
{
    /// <inheritdoc/>
    public Domain<Site> All { get; } = new(Enumerable.Range(0, size).Select(i => new Site(i)));
}
