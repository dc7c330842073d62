using System.Collections.Immutable;
using System.Globalization;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Runs;

/// <summary>What a check of logs has found, for people.</summary>
/// <param name="Outcome">Whether they agree with the model.</param>
/// <param name="Text">At most 25 lines.</param>
/// <param name="Trace">The accepted trace of the model, one event a line; empty otherwise.</param>
public sealed record LogReport(LogOutcome Outcome, string Text, ImmutableArray<string> Trace)
{
    private const int MostMismatches = 4;

    internal static LogReport Of<TEvent>(string name, LogVerdict<TEvent> verdict)
        where TEvent : class => verdict switch
        {
            LogVerdict<TEvent>.Accepted(var trace) => Accepted(name, [.. trace.Select(e => EventText.Short(e))]),
            LogVerdict<TEvent>.Rejected(var events, var mismatch) => new(LogOutcome.Rejected, $"REJECTED  {name}: not a trace of its model; {Count(events)} could happen, the next could not\n{mismatch}", []),
            LogVerdict<TEvent>.Inconclusive(var events, var next) => new(LogOutcome.Inconclusive, $"INCONCLUSIVE  {name}: after {Count(events)} states were left out at the bound, and none of those kept has {next}", []),
            _ => throw new InvalidOperationException($"{verdict} is no verdict."),
        };

    internal static LogReport Of<TSystemEvent>(string name, RunVerdict<TSystemEvent> verdict)
        where TSystemEvent : class => verdict switch
        {
            RunVerdict<TSystemEvent>.Accepted(var trace) => Accepted(name, [.. trace.Select(e => e.ToString()!)]),
            RunVerdict<TSystemEvent>.Rejected rejected => new(LogOutcome.Rejected, $"REJECTED  {name}: {Head(rejected.Why)}\n{string.Join('\n', rejected.Mismatches.Take(MostMismatches))}", []),
            RunVerdict<TSystemEvent>.Inconclusive(var steps) => new(LogOutcome.Inconclusive, $"INCONCLUSIVE  {name}: the search was cut after {steps.ToString("N0", CultureInfo.InvariantCulture)} steps", []),
            _ => throw new InvalidOperationException($"{verdict} is no verdict."),
        };

    internal static LogReport All(IReadOnlyCollection<LogReport> reports) => new(
        reports.Any(r => r.Outcome == LogOutcome.Rejected) ? LogOutcome.Rejected : reports.Any(r => r.Outcome == LogOutcome.Inconclusive) ? LogOutcome.Inconclusive : LogOutcome.Accepted,
        string.Join('\n', reports.Select(r => r.Text)),
        [.. reports.SelectMany(r => r.Trace)]);

    private static LogReport Accepted(string name, ImmutableArray<string> trace) => new(LogOutcome.Accepted, $"ACCEPTED  {name}: a trace of {Count(trace.Length)} of the model", trace);

    private static string Count(int events) => events == 1 ? "1 event" : $"{events.ToString("N0", CultureInfo.InvariantCulture)} events";

    // The reasons follow, one for each event.
    private static string Head(string why) => why.Split(": ")[0];
}
