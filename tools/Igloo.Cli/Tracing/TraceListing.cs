using Igloo.Viewing.Traces;

namespace Igloo.Cli.Tracing;

/// <summary>A trace on a terminal: a line for each event, with a lane for each participant, and what the event changed.</summary>
internal static class TraceListing
{
    private const int WidestLanes = 6;

    /// <summary>The lines.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="isFull">Whether every state is printed whole, instead of what changed.</param>
    public static IEnumerable<string> Lines(TraceDocument trace, bool isFull)
    {
        var lanes = trace.Steps.SelectMany(s => s.Lanes).Distinct().Order(StringComparer.Ordinal).ToArray();
        var drawn = lanes.Length is > 1 and <= WidestLanes ? lanes : [];
        var widest = trace.Steps.Select(s => s.Event.Length).DefaultIfEmpty(0).Max();
        var indent = new string(' ', 6);
        if (drawn.Length > 0) yield return indent + string.Concat(drawn.Select(l => l.PadRight(Width(l)))).TrimEnd();
        yield return $"{0,4}  {string.Join("  ", trace.Initial.Select(Text))}";
        for (var i = 0; i < trace.Steps.Length; i++)
        {
            var step = trace.Steps[i];
            var changes = isFull ? step.State.Select(Text) : step.Changes.Select(c => $"{c.Field}: {c.Before} -> {c.After}");
            var text = string.Join("  ", changes);
            yield return $"{i + 1,4}  {Marks(drawn, step)}{step.Event.PadRight(widest)}  {(text.Length == 0 ? "nothing changes" : text)}";
        }
    }

    private static int Width(string lane) => Math.Max(lane.Length, 4) + 2;

    private static string Text(TraceField field) => field.Name.Length == 0 ? field.Value : $"{field.Name} = {field.Value}";

    private static string Marks(string[] lanes, TraceStep step)
    {
        var taking = lanes.Select((l, i) => (Lane: l, Index: i)).Where(l => step.Lanes.Contains(l.Lane)).Select(l => l.Index).ToArray();
        if (taking.Length == 0) return "";
        return string.Concat(lanes.Select((lane, i) =>
        {
            var joined = i >= taking[0] && i < taking[^1];
            var mark = taking.Contains(i) ? 'o' : joined ? '-' : '.';
            return mark + new string(joined ? '-' : ' ', Width(lane) - 1);
        }));
    }
}
