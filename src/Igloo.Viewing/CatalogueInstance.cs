namespace Igloo.Viewing;

/// <summary>An instance of a model.</summary>
/// <param name="Description">Its parameters: <c>Ring(3)</c>.</param>
/// <param name="Path">The link to it.</param>
public sealed record CatalogueInstance(string Description, string Path);
