using System.Collections.Immutable;
using System.Globalization;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Runs;

/// <summary>What a check has found about the log of one component, or about the merged logs of a system.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Outcome">Whether it agrees with the model.</param>
/// <param name="Summary">The verdict in a line.</param>
public sealed record LogFinding(string Name, LogOutcome Outcome, string Summary)
{
    private const int MostMismatches = 2;
    private const int MostAssumptions = 4;

    /// <summary>What an accepted run takes to be so because the logs do not say.</summary>
    public ImmutableArray<string> Assuming { get; init; } = [];

    /// <summary>Why a run is inconclusive.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>The events that the model does not have.</summary>
    public ImmutableArray<LogMismatch> Mismatches { get; init; } = [];

    /// <summary>The accepted trace of the model, one event a line; empty otherwise.</summary>
    public ImmutableArray<string> Trace { get; init; } = [];

    /// <summary>The finding in at most 25 lines.</summary>
    public override string ToString()
    {
        List<string> lines = [$"{Outcome.ToString().ToUpperInvariant()}  {Name}: {Summary}", .. Listed("Assuming", Assuming), .. Listed("Open", Doubts)];
        lines.AddRange(Mismatches.Take(MostMismatches).Select(m => m.ToString()));
        if (Mismatches.Length > MostMismatches) lines.Add($"  … and {Mismatches.Length - MostMismatches} more, in the JSON of --json");
        return string.Join('\n', lines);
    }

    internal static LogFinding Of<TEvent>(string name, LogVerdict<TEvent> verdict)
        where TEvent : class => verdict switch
        {
            LogVerdict<TEvent>.Accepted accepted => Accepted(name, [.. accepted.Trace.Select(e => EventText.Short(e))], accepted.Assuming),
            LogVerdict<TEvent>.Rejected(var events, var mismatch) => new(name, LogOutcome.Rejected, $"not a trace of its model; {Count(events)} could happen, the next could not") { Mismatches = [mismatch] },
            LogVerdict<TEvent>.Inconclusive(var events, var why, var mismatch) => new(name, LogOutcome.Inconclusive, $"{Count(events)} could happen, for the next no way was found, and there may be one") { Doubts = [why], Mismatches = [mismatch] },
            _ => throw new InvalidOperationException($"{verdict} is no verdict."),
        };

    internal static LogFinding Of<TSystemEvent>(string name, RunVerdict<TSystemEvent> verdict, Func<TSystemEvent, string> text) => verdict switch
    {
        RunVerdict<TSystemEvent>.Accepted accepted => Accepted(name, [.. accepted.Trace.Select(text)], accepted.Assuming),
        RunVerdict<TSystemEvent>.Rejected rejected => new(name, LogOutcome.Rejected, Head(rejected.Why)) { Mismatches = rejected.Mismatches },
        RunVerdict<TSystemEvent>.Inconclusive open => new(name, LogOutcome.Inconclusive, "no order of the events was found, and there may be one: environment assumption not met, or log incomplete") { Doubts = open.Doubts, Mismatches = open.Mismatches },
        _ => throw new InvalidOperationException($"{verdict} is no verdict."),
    };

    private static LogFinding Accepted(string name, ImmutableArray<string> trace, ImmutableArray<string> assuming) =>
        new(name, LogOutcome.Accepted, $"a trace of {Count(trace.Length)} of the model") { Trace = trace, Assuming = assuming };

    private static IEnumerable<string> Listed(string title, ImmutableArray<string> texts) =>
        texts.Take(MostAssumptions).Select((text, i) => $"  {(i == 0 ? title : ""),-9}  {text}").Concat(texts.Length > MostAssumptions ? [$"  {"",-9}  … and {texts.Length - MostAssumptions} more"] : Array.Empty<string>());

    private static string Count(int events) => events == 1 ? "1 event" : $"{events.ToString("N0", CultureInfo.InvariantCulture)} events";

    // The reasons follow, one for each event.
    private static string Head(string why) => why.Split(": ")[0];
}
