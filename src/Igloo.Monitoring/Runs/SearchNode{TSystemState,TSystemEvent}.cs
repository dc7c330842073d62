using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>How far the search has come in each log, and in which state of the composed model.</summary>
internal sealed class SearchNode<TSystemState, TSystemEvent>(int[] positions, int done, TSystemState state, TSystemEvent? by, SearchNode<TSystemState, TSystemEvent>? before)
    where TSystemState : class
    where TSystemEvent : class
{
    /// <summary>Equal where the rest of the search is the same.</summary>
    public static IEqualityComparer<SearchNode<TSystemState, TSystemEvent>> Places { get; } = EqualityComparer<SearchNode<TSystemState, TSystemEvent>>.Create(
        (a, b) => a!.Positions.AsSpan().SequenceEqual(b!.Positions) && a.State.Equals(b.State),
        n => HashCode.Combine(n.Done, n.Positions[0], n.State));

    public int[] Positions => positions;

    public int Done => done;

    public TSystemState State => state;

    /// <summary>What happened before the logs begin, as the last step.</summary>
    public string? Earlier { get; init; }

    /// <summary>The trace that leads here.</summary>
    public ImmutableArray<TSystemEvent> Trace => [.. Way().Where(n => n.By is not null).Select(n => n.By!).Reverse()];

    /// <summary>What was taken to have happened before the logs begin.</summary>
    public ImmutableArray<string> AllEarlier => [.. Way().Select(n => n.Earlier).OfType<string>().Reverse()];

    /// <summary>Where the trace begins.</summary>
    public TSystemState Start => Way().Last().State;

    private TSystemEvent? By => by;

    private SearchNode<TSystemState, TSystemEvent>? Before => before;

    public SearchNode<TSystemState, TSystemEvent> After(int log, TSystemState next, TSystemEvent? e)
    {
        var moved = (int[])positions.Clone();
        moved[log]++;
        return new(moved, done + 1, next, e, this);
    }

    /// <summary>The place after events that no log has.</summary>
    public SearchNode<TSystemState, TSystemEvent> Through(HiddenWay<TSystemState, TSystemEvent> way) =>
        way.Events.Aggregate(this, (at, e) => new(positions, done, way.State, e, at));

    private IEnumerable<SearchNode<TSystemState, TSystemEvent>> Way()
    {
        for (var at = this; at is not null; at = at.Before) yield return at;
    }
}
