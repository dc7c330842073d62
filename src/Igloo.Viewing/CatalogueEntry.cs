using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>A model that can be looked at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is, in the words of its author; may be empty.</param>
/// <param name="Path">The link to its usual instance.</param>
/// <param name="Instances">The instances offered.</param>
/// <param name="Obstacle">Why it has none, or null.</param>
public sealed record CatalogueEntry(string Name, string Meaning, string Path, ImmutableArray<CatalogueInstance> Instances, string? Obstacle);
