namespace Igloo.Viewing;

/// <summary>A property of the model and its value at the current state.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it claims.</param>
/// <param name="Meaning">What it means, in the words of its author; may be empty.</param>
/// <param name="Source">Where it is declared: <c>RingProtocol.cs:41</c>; null if unknown.</param>
/// <param name="Status">Its value.</param>
/// <param name="Detail">The values that decide, or why there is no value; may be empty.</param>
/// <param name="FirstAt">The first place on the run where it is violated, or a goal attained; null if there is none.</param>
/// <param name="FirstPath">The link that looks there.</param>
public sealed record PropertyView(string Name, string Kind, string Meaning, string? Source, PropertyStatus Status, string Detail, int? FirstAt, string? FirstPath);
