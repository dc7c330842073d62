namespace Igloo.Viewing;

/// <summary>A property that an exploration decided.</summary>
/// <param name="Name">The property.</param>
/// <param name="IsViolation">Whether it refutes the model; otherwise it is a goal.</param>
/// <param name="Text">What was found.</param>
/// <param name="Path">The link to the shortest run that shows it; null for a goal that was not reached.</param>
public sealed record FindingView(string Name, bool IsViolation, string Text, string? Path);
