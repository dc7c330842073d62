using System.Collections.Immutable;
using System.Globalization;

namespace Igloo.Proving.Counterexamples;

/// <summary>The text of a counterexample: the same for test output, command line and editor. Its last line is a place in the source.</summary>
public static class CounterexampleText
{
    /// <summary>The largest number of lines of the short form.</summary>
    public const int MaxLines = 25;

    private const int Width = 118;
    private const string Indent = "           ";

    /// <summary>The text.</summary>
    /// <param name="report">The counterexample.</param>
    /// <param name="full">Everything, instead of at most <see cref="MaxLines"/> lines.</param>
    /// <param name="elapsed">How long the proof attempt took; null to leave it out.</param>
    public static string Of(CounterexampleReport report, bool full = false, TimeSpan? elapsed = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var head = Head(report, elapsed).ToList();
        var world = World(report, full).ToList();
        var story = Story(report, changedOnly: false).ToList();
        var verdict = Verdict(report, full).ToList();
        var last = $"     at {report.Source.Member} in {report.Source.File}:line {report.Source.Line}";
        if (!full && head.Count + world.Count + story.Count + verdict.Count + 1 > MaxLines) story = [.. Story(report, changedOnly: true)];
        List<string> body = [.. head, .. world, .. story];
        var room = MaxLines - 1 - verdict.Count;
        if (!full && body.Count > room) body = [.. body.Take(Math.Max(1, room - 1)), $"  ...      {body.Count - Math.Max(1, room - 1)} more lines with --full"];
        return string.Join('\n', [.. body, .. verdict, last]);
    }

    private static IEnumerable<string> Head(CounterexampleReport report, TimeSpan? elapsed)
    {
        var title = $"{(report.Classification == Classification.OurBug ? "OUR BUG" : "REFUTED")}  {report.Name}";
        var aside = elapsed is { } time ? $"{Code(report.Kind)}, {time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms" : Code(report.Kind);
        yield return Aside(title, aside, 96);
        if (report.Clause is { } clause)
        {
            var place = $"  {clause.Source}  ";
            yield return place + clause.Source.Text;
            if (clause.Values.Length > 0)
            {
                var with = clause.Parameters.IsEmpty ? "" : $"      with {string.Join(", ", clause.Parameters)}";
                yield return $"{new string(' ', place.Length)}{clause.When}:  {clause.Values}{with}";
            }
        }

        if (report.Classification is not (Classification.OurBug or Classification.Impossible) && report.Clause is null) yield return $"  {report.Failure}";
        if (report.Meaning.Length > 0) yield return $"  Meaning  \"{report.Meaning}\"";
    }

    private static IEnumerable<string> World(CounterexampleReport report, bool full)
    {
        if (report.Carriers.IsEmpty) yield break;
        var sizes = string.Join(", ", report.Carriers.Select(c => $"{c.Size} {Plural(c)}"));
        var tables = report.Tables.Select(t => t.ToString()).ToArray();
        var smallest = report.IsSmallest ? "no smaller world fails" : "";
        var line = string.Join("; ", tables.Prepend(sizes));
        if (!full && line.Length <= Width)
        {
            yield return Aside($"  World    {line}", smallest, 70);
            yield break;
        }

        yield return Aside($"  World    {sizes}", smallest, 70);
        foreach (var row in Wrapped(tables, full)) yield return Indent + row;
    }

    private static IEnumerable<string> Story(CounterexampleReport report, bool changedOnly)
    {
        if (!report.ModelFields.IsEmpty) yield return $"  Model    {string.Join("   ", report.ModelFields)}";
        var events = report.Events.ToDictionary(e => e.Label);
        foreach (var state in report.States.Where(s => s.Label is "Before" or "Past" or "Abstract" or "State"))
            foreach (var line in State(state, state.Fields, "")) yield return line;
        foreach (var e in report.Events.Where(e => e.Label != "Mediated"))
            foreach (var line in Event(e)) yield return line;
        var changes = report.Changes.IsEmpty ? "" : $"changed: {string.Join("   ", report.Changes)}";
        foreach (var order in report.Orders)
            foreach (var line in Order(order)) yield return line;
        foreach (var state in report.States.Where(s => s.Label == "After" && report.Orders.IsEmpty))
        {
            var changed = report.Changes.Select(c => c.Place.Split('[', '.')[0]).ToHashSet(StringComparer.Ordinal);
            var fields = changedOnly ? [.. state.Fields.Where(f => changed.Contains(f.Name))] : state.Fields;
            foreach (var line in State(state, fields, changes)) yield return line;
        }

        if (report.Rank is { } rank) yield return $"  Rank     {rank}";
        if (events.TryGetValue("Mediated", out var mediated))
            foreach (var line in Event(mediated)) yield return line;
        foreach (var state in report.States.Where(s => s.Label == "Abstract after" && events.GetValueOrDefault("Mediated")?.IsEnabled != false))
            foreach (var line in State(state with { Label = "Abstract" }, state.Fields, "")) yield return line;
    }

    private static IEnumerable<string> State(StateView state, ImmutableArray<NamedValue> fields, string aside)
    {
        var label = $"  {state.Label,-9}";
        var one = string.Join("   ", fields.Select(f => f.Name.Length == 0 ? f.Text : f.ToString()));
        if (one.Length <= Width)
        {
            foreach (var line in Asides(label + one, aside)) yield return line;
            yield break;
        }

        foreach (var row in Wrapped([.. fields.Select(f => f.Name.Length == 0 ? f.Text : f.ToString())], full: true))
        {
            yield return label + row;
            label = Indent;
        }

        if (aside.Length > 0) yield return Indent + aside;
    }

    private static IEnumerable<string> Order(EventOrder order)
    {
        var events = order.IsSecondEnabled ? $"{order.First}, {order.Second}" : $"{order.First}; then {order.Second} is not enabled";
        return Asides($"  Order    {events}", $"ends in  {string.Join("   ", order.End.Select(f => f.Name.Length == 0 ? f.Text : f.ToString()))}");
    }

    private static IEnumerable<string> Event(EventView e)
    {
        var guards = string.Join(" && ", e.Guards.Select(g => g.Text));
        var aside = (e.Guards.IsEmpty, e.IsEnabled) switch
        {
            (true, true) => "",
            (true, false) => "not enabled",
            (false, true) => $"enabled by {e.Guards[0]}  {guards}",
            (false, false) => $"not enabled: {e.Guards[0]}  {guards}",
        };
        return Asides($"  {e.Label,-9}{e.Text}", aside);
    }

    private static IEnumerable<string> Verdict(CounterexampleReport report, bool full)
    {
        var lines = VerdictLines.Of(report, full);
        for (var i = 0; i < lines.Length; i++) yield return (i == 0 ? "  Verdict  " : Indent) + lines[i];
        if (report.Classification is Classification.Impossible) yield break;
        yield return $"  Replay   {report.Id}   " + report.Replay switch
        {
            ReplayStatus.Agreed => $"the compiled C# gave the same: {report.ReplayDetail}",
            ReplayStatus.Disagreed => $"the compiled C# differs in {report.ReplayDetail}",
            _ => $"not replayed: {report.ReplayDetail}",
        };
    }

    private static IEnumerable<string> Asides(string line, string aside)
    {
        if (line.Length + aside.Length + 4 <= Width + 20)
        {
            yield return Aside(line, aside, 48);
            yield break;
        }

        yield return line;
        yield return Indent + aside;
    }

    internal static string Aside(string line, string aside, int column) => aside.Length == 0 ? line : $"{line.PadRight(column - 3)}   {aside}";

    private static IEnumerable<string> Wrapped(IReadOnlyList<string> parts, bool full)
    {
        var line = "";
        foreach (var part in parts)
        {
            var text = full || part.Length <= Width ? part : string.Concat(part.AsSpan(0, Width - 4), " ...");
            if (line.Length > 0 && line.Length + text.Length + 3 > Width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? text : $"{line}   {text}";
        }

        if (line.Length > 0) yield return line;
    }

    internal static string Code(ObligationKind kind) => $"IGL{2001 + (int)kind}";

    private static string Plural(WorldCarrier carrier)
    {
        var name = char.ToLowerInvariant(carrier.Type[0]) + carrier.Type[1..];
        return carrier.Size == 1 ? name : name.EndsWith('s') ? name + "es" : name is [.., not ('a' or 'e' or 'o' or 'u'), 'y'] ? name[..^1] + "ies" : name + "s";
    }
}
