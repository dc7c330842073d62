using Igloo.Cli.Terminals;
using Igloo.Cli.Tracing;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Viewing.Traces;

namespace Igloo.Cli.Exploring;

/// <summary>What an exploration found, for people. What was not found is said as clearly as what was.</summary>
internal static class ExplorationReport
{
    /// <summary>The lines about an instance of an event system.</summary>
    public static IEnumerable<string> Lines(Instance instance, Exploration found, Style style)
    {
        yield return style.Heading(found.Subject);
        yield return $"  Explored  {found.States:N0} states, {found.Generated:N0} generated, depth {found.Depth}, {Extent(found, style)}";
        yield return style.Faint($"            {found.Elapsed.TotalSeconds:0.00} s, {(found.Engine.Engine == ExplorationEngine.Packed ? "packed" : "reference")} engine ({found.Engine.Reason})");
        if (found.CollisionOdds is { } odds) yield return $"  Odds      {style.Open($"fingerprints: some state was missed with probability {odds:0.0e+0}")}";
        foreach (var growing in found.GrowingFields) yield return $"  Grows     {style.Open($"{growing}: the space may be infinite")}";
        yield return $"  Events    {string.Join(", ", found.Events.Select(e => e.Count > 0 ? $"{e.Name} {e.Count:N0}" : style.Open($"{e.Name} {(found.IsComplete ? "NEVER ENABLED" : "not seen so far")}")))}";
        foreach (var unbounded in found.Unbounded) yield return $"  Guessed   {style.Open(unbounded.ToString())}";
        foreach (var goal in found.Goals) yield return Goal(goal, found.IsComplete, style);
        if (found.Deadlock is { } deadlock && found.Violations.All(v => v.Kind != PropertyKind.Terminal)) yield return Deadlock(deadlock, style);
        foreach (var line in found.Violations.SelectMany(v => Lines(instance, v, style))) yield return line;
        if (found.Violations.IsEmpty) yield return Verdict(instance, found.IsComplete, [], style);
    }

    /// <summary>Whether a goal was reached.</summary>
    public static string Goal(Goal goal, bool isComplete, Style style) =>
        $"  Goal      {(goal.IsReached ? $"{goal.Property.Name} reached after {goal.Witness!.Length}" : style.Open($"{goal.Property.Name} {(isComplete ? "NEVER REACHED" : "not reached so far")}"))}";

    /// <summary>A run to a state that enables nothing.</summary>
    public static string Deadlock(Run run, Style style) =>
        $"  Deadlock  {style.Open($"after {run.Length} events no event is enabled")}: {run.EventLine}";

    /// <summary>That nothing was violated, and whether that says anything.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="isComplete">Whether everything was visited.</param>
    /// <param name="open">What was not looked at.</param>
    /// <param name="style">Colours.</param>
    public static string Verdict(Instance instance, bool isComplete, IReadOnlyCollection<ModelProperty> open, Style style)
    {
        var claims = ModelProperty.Of(instance.As<EventSystem>()).Where(p => p.Kind is not (PropertyKind.Goal or PropertyKind.Axiom or PropertyKind.Terminal) && !open.Contains(p)).Select(p => p.Name).ToArray();
        return $"  {(isComplete ? style.Good("Holds") : style.Open("No violation so far"))}     {(claims.Length == 0 ? "nothing is claimed of states: add an [Invariant]" : string.Join(", ", claims))}";
    }

    private static string Extent(Exploration found, Style style) => found.Completeness switch
    {
        Completeness.Complete => "complete",
        Completeness.CutByStates => style.Open("INCOMPLETE: limit on states"),
        Completeness.CutByDepth => style.Open("INCOMPLETE: limit on depth"),
        Completeness.CutByMemory => style.Open("INCOMPLETE: limit on memory"),
        Completeness.Cancelled => style.Open("INCOMPLETE: cancelled"),
        Completeness.StoppedByFault => style.Bad("INCOMPLETE: the model failed"),
        Completeness.CutByValues => style.Open("INCOMPLETE: not all values of parameters were tried"),
        _ => style.Open("INCOMPLETE"),
    };

    /// <summary>A violation with its run; the last line is the source of the property where it is known.</summary>
    public static IEnumerable<string> Lines(Instance instance, Violation violation, Style style)
    {
        var what = violation.Fault is null
            ? violation.Kind == PropertyKind.Terminal ? "DEADLOCK" : $"VIOLATED  {violation.Property!.FullName}"
            : $"FAULT     {violation.Property?.FullName ?? $"Next at {ModelText.Event(violation.FaultyEvent)}"}: {violation.Fault.GetType().Name}: {violation.Fault.Message}";
        yield return $"  {style.Bad(what)}  after {violation.Run.Length} {(violation.Run.Length == 1 ? "event" : "events")}{(violation.Arguments.IsEmpty ? "" : $", with {string.Join(", ", violation.Arguments)}")}";
        if (violation.Property is { Summary.Length: > 0 } property) yield return $"  Meaning   \"{property.Summary}\"";
        foreach (var line in TraceListing.Lines(TraceDocument.Of(instance, violation.Run, ""), isFull: false)) yield return line;
        if (violation.Property is { Source: { } source } claimed) yield return $"     at {claimed.FullName} in {source.File}:line {source.Line}";
    }
}
