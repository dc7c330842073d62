namespace Igloo.Viewing.Traces;

/// <summary>A field of a state, as text.</summary>
/// <param name="Name">The field.</param>
/// <param name="Value">Its value, as <see cref="Values.ValueText"/> prints it.</param>
public sealed record TraceField(string Name, string Value);
