using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>What a check of logs has found, for people.</summary>
/// <param name="Findings">One for each log, or one for merged logs.</param>
public sealed record LogReport(ImmutableArray<LogFinding> Findings)
{
    /// <summary>Whether they agree with the model: the worst of the findings.</summary>
    public LogOutcome Outcome =>
        Findings.Any(f => f.Outcome == LogOutcome.Rejected) ? LogOutcome.Rejected
        : Findings.Any(f => f.Outcome == LogOutcome.Inconclusive) ? LogOutcome.Inconclusive
        : LogOutcome.Accepted;

    /// <summary>The findings, each in at most 25 lines.</summary>
    public string Text => string.Join('\n', Findings);

    /// <summary>The accepted traces of the model, one event a line.</summary>
    public ImmutableArray<string> Trace => [.. Findings.SelectMany(f => f.Trace)];
}
