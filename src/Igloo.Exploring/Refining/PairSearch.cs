using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Refining;

/// <summary>Visits the reachable pairs of two systems until a requirement fails.</summary>
internal abstract class PairSearch(ExplorationOptions options, Func<Pair, bool>? isTarget) : BreadthFirstSearch<Pair>(options)
{
    /// <summary>The first requirement that failed, if one did.</summary>
    public RefinementVerdict.SimulationFailed? Failed { get; private set; }

    /// <summary>The run to the pair looked for, if it was found.</summary>
    public Run? Found { get; private set; }

    /// <summary>The verdict after the search.</summary>
    public RefinementVerdict Verdict =>
        Failed is not null ? Failed
        : Completeness == Completeness.Complete ? new RefinementVerdict.Holds(Visited)
        : new RefinementVerdict.Undecided(Visited, Completeness);

    protected override object StateOf(Pair node) => node.Concrete;

    protected override void Enter(int index, Pair node)
    {
        if (isTarget?.Invoke(node) != true) return;
        Found = RunTo(index);
        Stop(Completeness.StoppedAtFinding);
    }

    /// <summary>Ends the search with a failed requirement, unless it is a pair that is looked for.</summary>
    protected void Fail(RefinementFailure failure, Run run, object? before = null, object? e = null, object? after = null, Exception? fault = null)
    {
        if (isTarget is not null) return;
        Failed ??= new RefinementVerdict.SimulationFailed(failure, run, before, e, after, fault);
        Stop(Completeness.StoppedAtFinding);
    }
}
