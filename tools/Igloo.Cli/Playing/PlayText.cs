using System.Collections.Immutable;
using Igloo.Cli.Terminals;
using Igloo.Viewing;
using Igloo.Viewing.States;

namespace Igloo.Cli.Playing;

/// <summary>A view of a run as lines of a terminal.</summary>
/// <param name="style">Colours.</param>
internal sealed class PlayText(Style style)
{
    /// <summary>The commands of a session.</summary>
    public static ImmutableArray<string> Help { get; } =
    [
        "  NUMBER        take the event of this number",
        "  e [TEXT]      list the enabled events, or those that contain TEXT",
        "  s             print the whole state",
        "  t             print the run so far",
        "  p             print the properties with their values",
        "  why TEXT      say why events that contain TEXT are not enabled",
        "  u [N]         undo the last event, or the last N",
        "  j N           jump to the place after N events of the run; events after it stay until you take another",
        "  as NAME       play one participant: list its events only; 'as all' for all",
        "  others [N]    let the other participants take N events at random",
        "  random [N]    take N events at random",
        "  find TEXT     go to the nearest reachable state whose text contains TEXT, such as: find Leader = 2",
        "  goal NAME     go to the nearest state that attains a goal",
        "  violate NAME  go to the nearest state that violates an invariant",
        "  save FILE     write the run to a trace file",
        "  load FILE     go on from a trace file",
        "  link          print the run as a link for 'igloo ui'",
        "  q             quit",
    ];

    /// <summary>The place where the run is: what the last event changed, what is violated or attained, and what can happen next.</summary>
    public IEnumerable<string> Place(View view, IReadOnlyList<EventView> offered, string? role)
    {
        if (view.Problem is { } problem) yield return style.Open(problem);
        var step = view.Trace[view.At];
        yield return style.Heading($"#{view.At}  {step.Event}");
        if (view.At == 0) foreach (var line in State(view)) yield return line;
        else if (view.Changes.IsEmpty) yield return style.Faint("      changes nothing");
        foreach (var change in view.Changes) yield return $"      {Change(change)}";
        foreach (var name in step.Violated) yield return $"      {style.Bad("VIOLATED")}  {name}";
        foreach (var name in step.Reached) yield return $"      {style.Good("reached")}   {name}";
        foreach (var line in Events(view, offered, role)) yield return line;
    }

    /// <summary>The enabled events with their numbers.</summary>
    public IEnumerable<string> Events(View view, IReadOnlyList<EventView> offered, string? role)
    {
        if (offered.Count == 0)
        {
            yield return style.Open(view.Events.Enabled == 0 ? "   No event is enabled here." : role is null ? "   No enabled event contains that." : $"   {role} has no enabled event here; 'others' lets the others go on.");
        }

        var widest = offered.Select(e => e.Text.Length).DefaultIfEmpty(0).Max();
        for (var i = 0; i < offered.Count; i++)
        {
            var e = offered[i];
            var marks = string.Concat(
                e.Violates.Select(v => $"  {style.Bad($"violates {v}")}").Concat(e.Reaches.Select(r => $"  {style.Good($"reaches {r}")}")).Append(e.BackTo is { } place ? style.Faint($"  back to #{place}") : ""));
            var effect = e.Fault is { } fault ? style.Bad($"fails: {fault}") : e.Changes.IsEmpty ? style.Faint("changes nothing") : style.Faint(string.Join("  ", e.Changes.Select(Change)));
            yield return $"  {i + 1,3}  {e.Text.PadRight(widest)}  {style.Faint(e.Who)}  {effect}{marks}";
        }

        if (view.Events.Matching > view.Events.Listed.Length) yield return style.Open($"       and {view.Events.Matching - view.Events.Listed.Length:N0} more: 'e TEXT' narrows the list");
    }

    /// <summary>The fields of the current state.</summary>
    public static IEnumerable<string> State(View view) => view.State.SelectMany(f => Field(f, 6));

    /// <summary>The run.</summary>
    public IEnumerable<string> Trace(View view) => view.Trace.Select(step =>
        $"{(step.Index == view.At ? ">" : " ")}{step.Index,4}  {step.Event}  {style.Faint(string.Join("  ", step.Changes.Select(Change)))}{string.Concat(step.Violated.Select(v => $"  {style.Bad($"VIOLATED {v}")}"))}");

    /// <summary>The properties with their values.</summary>
    public IEnumerable<string> Properties(View view) => view.Properties.Select(p =>
        $"      {Status(p.Status)}  {p.Name}{(p.Detail.Length > 0 ? $"  with {p.Detail}" : "")}{(p.Meaning.Length > 0 ? style.Faint($"  \"{p.Meaning}\"") : "")}{(p.Source is { } source ? style.Faint($"  {source}") : "")}");

    /// <summary>Why events are not enabled.</summary>
    public IEnumerable<string> Refusals(RefusalsView refusals)
    {
        if (refusals.Obstacle is { } obstacle) yield return style.Open($"      {obstacle}");
        if (refusals.Matching == 0) yield return style.Open("      Every event of that text is enabled, or there is none.");
        foreach (var refusal in refusals.Listed)
        {
            yield return $"      {refusal.Text}";
            if (refusal.Conditions.IsEmpty) yield return style.Faint("          no arm of Next is for this event");
            foreach (var condition in refusal.Conditions)
            {
                yield return $"          {(condition.Holds ? style.Good("true ") : style.Bad("FALSE"))}  {condition.Text}  {style.Faint($"{string.Join("  ", condition.Operands)}  {condition.Source}")}";
            }
        }
    }

    private static string Change(Difference change) => $"{change.Field}: {change.Before} -> {change.After}";

    private static IEnumerable<string> Field(FieldView field, int indent)
    {
        var place = new string(' ', indent);
        return field.Fields.IsEmpty
            ? [$"{place}{field.Name} = {field.Text}"]
            : field.Fields.SelectMany(f => Field(f, indent + 2)).Prepend($"{place}{field.Name}");
    }

    private string Status(PropertyStatus status) => status switch
    {
        PropertyStatus.Holds => style.Good("holds      "),
        PropertyStatus.Violated => style.Bad("VIOLATED   "),
        PropertyStatus.Reached => style.Good("reached    "),
        PropertyStatus.NotReached => "not reached",
        PropertyStatus.NoStep => "no step    ",
        _ => style.Open("UNKNOWN    "),
    };
}
