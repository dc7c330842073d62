using System.Collections.Immutable;
using System.Globalization;

namespace Igloo.Monitoring.Runs;

/// <summary>Turns the end of a search into a verdict that says no more than the search has shown.</summary>
/// <param name="run">The logs and the model.</param>
internal sealed class RunJudgement<TSystemState, TSystemEvent>(ComposedRun<TSystemState, TSystemEvent> run)
    where TSystemState : class
    where TSystemEvent : class
{
    private const int MostLogged = 100;
    private const string OfEnvironment = "environment assumption not met, or log incomplete";

    public RunVerdict<TSystemEvent> Of(RunSearch<TSystemState, TSystemEvent> search)
    {
        if (search.IsFound) return Accepted(search.Node);
        ImmutableArray<LogMismatch> own = [.. run.Logs.Select(l => l.OwnMismatch()).OfType<LogMismatch>()];
        if (!own.IsEmpty) return new RunVerdict<TSystemEvent>.Rejected([.. own.Select(m => m.Event)], $"a component did what its own model does not: {Listed(own)}") { Mismatches = own };
        var mismatches = Mismatches(search.Node);
        var doubts = Doubts(search);
        var total = run.Logs.Sum(l => l.Steps.Count(s => s.Holds is null));
        var why = $"after {Events(search.Node)} of {total} events: {Listed(mismatches)}";
        return doubts.IsEmpty
            ? new RunVerdict<TSystemEvent>.Rejected([.. mismatches.Select(m => m.Event)], $"{OfEnvironment}; {why}") { Mismatches = mismatches }
            : new RunVerdict<TSystemEvent>.Inconclusive(search.Steps, $"{string.Join("; ", doubts)}; {OfEnvironment} {why}") { Mismatches = mismatches, Doubts = doubts };
    }

    private static string Listed(IEnumerable<LogMismatch> mismatches) => string.Join("; ", mismatches.Select(m => $"{m.Event}: {m.Because}"));

    private RunVerdict<TSystemEvent>.Accepted Accepted(SearchNode<TSystemState, TSystemEvent> end)
    {
        var earlier = end.AllEarlier;
        return new(end.Trace)
        {
            Assuming = [.. run.Logs.SelectMany(l => l.Assuming), .. earlier.IsEmpty ? Array.Empty<string>() : [$"before the logs begin there was {string.Join(", ", earlier)}"]],
        };
    }

    private ImmutableArray<string> Doubts(RunSearch<TSystemState, TSystemEvent> search)
    {
        var doubts = ImmutableArray.CreateBuilder<string>();
        if (!search.IsComplete) doubts.Add(Cut(search.Steps));
        doubts.AddRange(run.Doubts());
        doubts.AddRange(run.Logs.SelectMany(l => l.Doubts));
        return doubts.ToImmutable();
    }

    private string Cut(long steps) => steps > run.Budget
        ? string.Create(CultureInfo.InvariantCulture, $"the search was cut after {steps:N0} steps; a run may lie beyond, and be found with a larger {nameof(run.Budget)} or with time stamps of better clocks")
        : string.Create(CultureInfo.InvariantCulture, $"the model may begin in more than {ComposedRun<TSystemState, TSystemEvent>.MostStarts:N0} states, and others were left out");

    private int Events(SearchNode<TSystemState, TSystemEvent> node) => run.Logs.Zip(node.Positions).Sum(l => l.First.Steps.Take(l.Second).Count(s => s.Holds is null));

    private ImmutableArray<LogMismatch> Mismatches(SearchNode<TSystemState, TSystemEvent> stuck)
    {
        var (pool, isWhole) = run.Pool();
        var trace = stuck.Trace;
        TSystemEvent[] events = [.. trace.Distinct().Take(MostLogged).Concat(pool).Distinct()];
        var shortest = new ShortestTrace<TSystemState, TSystemEvent>(run.Next, events);
        ImmutableArray<TSystemState> starts = [.. run.Starts().States];
        var reached = stuck.AllEarlier.IsEmpty ? shortest.ToState(starts, stuck.State).Events : null;
        var way = reached ?? (stuck.AllEarlier.IsEmpty ? new ReducedTrace<TSystemState, TSystemEvent>(run.Next).Of(stuck.Start, trace) : trace);
        var heads = run.Logs.Zip(stuck.Positions).Where(h => h.Second < h.First.Steps.Length).Select(h => h.First.Steps[h.Second]);
        return [.. heads.Select(head => Described(head, stuck, shortest, starts, isWhole) with { Reached = [.. way.Select(run.Text)], IsReachedShortest = reached is not null })];
    }

    private LogMismatch Described(
        ComposedStep<TSystemState, TSystemEvent> head, SearchNode<TSystemState, TSystemEvent> stuck, ShortestTrace<TSystemState, TSystemEvent> shortest, ImmutableArray<TSystemState> starts, bool isWhole)
    {
        var mismatch = head.Why(stuck.State);
        var toEvent = shortest.ToEvent(starts, head.Explanations);
        return mismatch with
        {
            ShortestTrace = [.. (toEvent.Events ?? []).Select(run.Text)],
            IsImpossible = isWhole && toEvent is { Events: null, IsComplete: true },
            Nearest = head.IsOfEnvironment(stuck.State) ? Nearest(shortest.ToEvent([stuck.State], head.Explanations).Events) : mismatch.Nearest,
        };
    }

    private string Nearest(ImmutableArray<TSystemEvent>? way) => way is [.. var before, _] && before.Length > 0
        ? $"would be possible after {string.Join(", then ", before.Select(run.Text))}, which no log has at this point"
        : "";
}
