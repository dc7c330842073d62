namespace Igloo.IoSpecs.Heaps;

/// <summary>A place t: a node of the graph whose edges are permissions.</summary>
/// <param name="Name">Tells places apart.</param>
public readonly record struct Place(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
