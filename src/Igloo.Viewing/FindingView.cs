namespace Igloo.Viewing;

/// <summary>Something that an exploration found.</summary>
/// <param name="Name">The property, or what else it is.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Text">Where it was found.</param>
/// <param name="Path">The link to the shortest run that shows it; null for a goal that was not reached.</param>
public sealed record FindingView(string Name, FindingKind Kind, string Text, string? Path);
