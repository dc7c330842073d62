using System.Collections.Immutable;

namespace Igloo.Exploring.Searching;

/// <summary>
/// Visits nodes level by level, each once, and remembers how it came there, so that what it finds is found by a shortest run.
/// </summary>
/// <typeparam name="TNode">What is visited and compared: a state, or a state with more.</typeparam>
internal abstract class BreadthFirstSearch<TNode>(ExplorationOptions options)
    where TNode : notnull
{
    private readonly Dictionary<TNode, int> indexes = [];
    private readonly List<(TNode Node, int Parent, object? Event)> visited = [];
    private Completeness completeness = Completeness.Complete;

    public int Visited => visited.Count;

    public long Generated { get; private set; }

    public int Depth { get; private set; }

    public Completeness Completeness => completeness;

    /// <summary>Whether the search has ended early.</summary>
    protected bool IsStopped { get; private set; }

    /// <summary>Visits everything within the limits.</summary>
    public void Explore()
    {
        foreach (var node in Initial())
        {
            if (IsStopped) break;
            Reach(node, -1, null);
        }

        var levelEnd = visited.Count;
        Depth = visited.Count > 0 ? 1 : 0;
        for (var i = 0; i < visited.Count && !IsStopped; i++)
        {
            if (i == levelEnd)
            {
                levelEnd = visited.Count;
                Depth++;
            }

            if (options.Cancellation.IsCancellationRequested)
            {
                Stop(Completeness.Cancelled);
                break;
            }

            // The last level is still expanded, so that a space that ends there is known to be complete.
            Expand(i, visited[i].Node);
        }
    }

    /// <summary>The run to a visited node, with an unvisited step at its end if one is given.</summary>
    public Run RunTo(int index, object? lastEvent = null, TNode? lastNode = default)
    {
        var steps = new Stack<RunStep>();
        if (lastEvent is not null && lastNode is not null) steps.Push(new RunStep(lastEvent, StateOf(lastNode)));
        for (; visited[index].Parent >= 0; index = visited[index].Parent)
        {
            steps.Push(new RunStep(visited[index].Event!, StateOf(visited[index].Node)));
        }

        return new Run(StateOf(visited[index].Node), [.. steps]);
    }

    /// <summary>Where to begin.</summary>
    protected abstract IEnumerable<TNode> Initial();

    /// <summary>Calls <see cref="Reach"/> for every step from a node.</summary>
    protected abstract void Expand(int index, TNode node);

    /// <summary>Looks at a node when it is first visited.</summary>
    protected abstract void Enter(int index, TNode node);

    /// <summary>What a run shows of a node.</summary>
    protected abstract object StateOf(TNode node);

    /// <summary>Counts a step, and visits where it leads if that is new.</summary>
    protected void Reach(TNode node, int parent, object? e)
    {
        Generated++;
        if (IsStopped || indexes.ContainsKey(node)) return;
        if (visited.Count >= options.MaxStates)
        {
            Stop(Completeness.CutByStates);
            return;
        }

        if (parent >= 0 && Depth >= options.MaxDepth)
        {
            completeness = Completeness.CutByDepth;
            return;
        }

        indexes.Add(node, visited.Count);
        visited.Add((node, parent, e));
        Enter(visited.Count - 1, node);
    }

    /// <summary>Ends the search.</summary>
    protected void Stop(Completeness reason)
    {
        completeness = reason;
        IsStopped = true;
    }
}
