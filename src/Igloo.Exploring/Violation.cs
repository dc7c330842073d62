using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>A property that fails, with the shortest run that shows it.</summary>
/// <param name="Kind">What was claimed.</param>
/// <param name="Property">The property; null where the next state itself could not be computed, and for a deadlock.</param>
/// <param name="Arguments">The values of its quantified parameters.</param>
/// <param name="Run">A shortest run, whose last state or step violates the property.</param>
/// <param name="Fault">What the compiled code threw, or null where it returned false.</param>
/// <param name="FaultyEvent">The event at which <see cref="Fault"/> was thrown after the run, or null.</param>
public sealed record Violation(
    PropertyKind Kind,
    ModelProperty? Property,
    ImmutableArray<Argument> Arguments,
    Run Run,
    Exception? Fault = null,
    object? FaultyEvent = null)
{
    /// <summary>The name of what fails.</summary>
    public string Name => Property?.Name ?? (Kind == PropertyKind.Terminal ? "Deadlock" : "Next");

    /// <summary>Name, arguments and run; the last line is the source of the property where it is known.</summary>
    public override string ToString()
    {
        var lines = new List<string>
        {
            Fault is null
                ? $"{(Kind == PropertyKind.Terminal ? "DEADLOCK" : $"VIOLATED  {Property?.FullName}")}  after {Run.Length} {(Run.Length == 1 ? "event" : "events")}"
                : $"FAULT  {Property?.FullName ?? $"Next at {ModelText.Event(FaultyEvent)}"}  after {Run.Length} events: {Fault.GetType().Name}: {Fault.Message}",
        };
        if (!Arguments.IsEmpty) lines.Add($"  with {string.Join(", ", Arguments)}");
        if (Property is { Summary.Length: > 0 }) lines.Add($"  Meaning  \"{Property.Summary}\"");
        lines.Add(Run.ToString());
        if (Property is { Source: { } source }) lines.Add($"     at {Property.FullName} in {source.File}:line {source.Line}");
        return string.Join('\n', lines);
    }
}
