using System.Collections.Immutable;

namespace Igloo.Exploring.Searching;

/// <summary>
/// Visits nodes, each once, and remembers how it came there. Breadth first it goes level by level, so that what it finds is found by a
/// shortest run.
/// </summary>
/// <typeparam name="TNode">What is visited and compared: a state, or a state with more.</typeparam>
internal abstract class Search<TNode>(ExplorationOptions options)
    where TNode : notnull
{
    private readonly VisitedSet<TNode> known = VisitedSet<TNode>.Of(options.Storage);
    private readonly List<Visit> visits = [];
    private readonly List<TNode> nodes = [];
    private readonly Frontier frontier = Frontier.Of(options.Strategy);
    private Completeness completeness = Completeness.Complete;

    public int Visited => visits.Count;

    public long Generated { get; private set; }

    public int Depth { get; private set; }

    public Completeness Completeness => completeness == Completeness.Complete && Unbounded.Any() ? Completeness.CutByValues : completeness;

    /// <summary>The parameters of events of which only some values were tried.</summary>
    public abstract IEnumerable<UnboundedParameter> Unbounded { get; }

    /// <summary>How the visited nodes were reached.</summary>
    public IReadOnlyList<Visit> Visits => visits;

    /// <summary>The first node that was not expanded as it should be, with what was counted before it; null where there is none.</summary>
    public ResumePoint? Unfinished { get; private set; }

    /// <summary>Whether the search has ended early.</summary>
    protected bool IsStopped { get; private set; }

    /// <summary>The visited nodes; those already expanded are forgotten where <see cref="Forgets"/>.</summary>
    protected IReadOnlyList<TNode> Nodes => nodes;

    /// <summary>Whether an expanded node is forgotten, and computed again where it is needed: a search of states by fingerprints.</summary>
    protected virtual bool Forgets => false;

    /// <summary>Visits everything within the limits.</summary>
    /// <param name="resumed">Where to go on; null begins with the initial nodes.</param>
    public void Explore(ResumedSearch<TNode>? resumed = null)
    {
        var monitor = new SearchMonitor(options);
        if (resumed is null) Begin();
        else Restore(resumed);
        while (!IsStopped && frontier.TryTake(out var index))
        {
            if (options.Cancellation.IsCancellationRequested)
            {
                Stop(Completeness.Cancelled);
            }
            else if (monitor.ExceedsMemory)
            {
                Stop(Completeness.CutByMemory);
            }

            monitor.AtLevel(visits[index].Level, frontier.Count + 1);
            var before = options.CheckpointFile is null || Unfinished is not null ? null : new ResumePoint(index, Generated, Tally());
            // The last level is still expanded, so that a space that ends there is known to be complete.
            if (!IsStopped) Expand(index, nodes[index]);
            if (completeness != Completeness.Complete) Unfinished ??= before;
            if (Forgets && visits[index].Parent >= 0 && !IsStopped) nodes[index] = default!;
            monitor.Report(() => Progress(monitor, visits[index].Level));
        }

        monitor.ReportEnd(() => Progress(monitor, Depth));
    }

    /// <summary>The run to a visited node, with an unvisited step at its end if one is given.</summary>
    public Run RunTo(int index, object? lastEvent = null, TNode? lastNode = default)
    {
        var way = new Stack<int>();
        for (; visits[index].Parent >= 0; index = visits[index].Parent) way.Push(index);
        var node = nodes[index];
        var (initial, steps) = (StateOf(node), ImmutableArray.CreateBuilder<RunStep>());
        foreach (var next in way)
        {
            node = Forgets ? Follow(node, visits[next].Event!) : nodes[next];
            steps.Add(new RunStep(visits[next].Event!, StateOf(node)));
        }

        if (lastEvent is not null && lastNode is not null) steps.Add(new RunStep(lastEvent, StateOf(lastNode)));
        return new Run(initial, steps.ToImmutable());
    }

    /// <summary>Where to begin.</summary>
    protected abstract IEnumerable<TNode> Initial();

    /// <summary>Calls <see cref="Reach"/> for every step from a node.</summary>
    protected abstract void Expand(int index, TNode node);

    /// <summary>Looks at a node when it is first visited.</summary>
    protected abstract void Enter(int index, TNode node);

    /// <summary>What a run shows of a node.</summary>
    protected abstract object StateOf(TNode node);

    /// <summary>The node after an enabled event.</summary>
    protected virtual TNode Follow(TNode node, object e) => throw new NotSupportedException("This search keeps its nodes.");

    /// <summary>What a search counts besides nodes, so that it can be taken up again.</summary>
    protected virtual ImmutableArray<long> Tally() => [];

    /// <summary>Counts a step, and visits where it leads if that is new.</summary>
    protected void Reach(TNode node, int parent, object? e)
    {
        Generated++;
        if (IsStopped || known.Contains(node)) return;
        if (visits.Count >= options.MaxStates)
        {
            Stop(Completeness.CutByStates);
            return;
        }

        var level = parent < 0 ? 1 : visits[parent].Level + 1;
        if (parent >= 0 && level > options.MaxDepth)
        {
            completeness = Completeness.CutByDepth;
            return;
        }

        Visit(node, new Visit(parent, e, level));
        frontier.Add(visits.Count - 1);
        Enter(visits.Count - 1, node);
    }

    /// <summary>Ends the search.</summary>
    protected void Stop(Completeness reason)
    {
        completeness = reason;
        IsStopped = true;
    }

    private void Begin()
    {
        foreach (var node in Initial())
        {
            if (IsStopped) break;
            Reach(node, -1, null);
        }

        if (IsStopped) Unfinished = null;
    }

    private void Restore(ResumedSearch<TNode> resumed)
    {
        Generated = resumed.Point.Generated;
        foreach (var (node, visit) in resumed.Nodes)
        {
            Visit(node, visit);
            Enter(visits.Count - 1, node);
        }

        for (var i = resumed.Point.Index; i < visits.Count; i++) frontier.Add(i);
    }

    private void Visit(TNode node, Visit visit)
    {
        known.Add(node);
        visits.Add(visit);
        nodes.Add(node);
        Depth = Math.Max(Depth, visit.Level);
    }

    private ExplorationProgress Progress(SearchMonitor monitor, int level) => new(
        Visited,
        Generated,
        monitor.PerSecond(Visited),
        frontier.Count,
        level,
        GC.GetTotalMemory(false),
        options.Storage == StateStorage.Fingerprints ? CollisionOdds.Of(Visited) : null,
        monitor.Remaining(Visited, frontier.Count),
        monitor.Elapsed);
}
