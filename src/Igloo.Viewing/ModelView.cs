namespace Igloo.Viewing;

/// <summary>The instance that a view is of.</summary>
/// <param name="Name">The model.</param>
/// <param name="Instance">Its parameters: <c>Ring(3)</c>.</param>
/// <param name="Meaning">What it is, in the words of its author; may be empty.</param>
/// <param name="Source">Where it is declared; null if unknown.</param>
public sealed record ModelView(string Name, string Instance, string Meaning, string? Source);
