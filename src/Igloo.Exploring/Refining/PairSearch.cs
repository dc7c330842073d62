using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Refining;

/// <summary>Visits the reachable pairs of two systems, until a requirement fails or the pair that is looked for is found.</summary>
internal sealed class PairSearch(PairRules rules, ExplorationOptions options, Func<Pair, bool>? isTarget = null) : Search<Pair>(options)
{
    private RefinementVerdict.SimulationFailed? failed;

    /// <inheritdoc/>
    public override IEnumerable<UnboundedParameter> Unbounded => rules.Unbounded;

    /// <summary>The run to the pair looked for, if it was found.</summary>
    public Run? Found { get; private set; }

    /// <summary>The verdict after the search.</summary>
    public RefinementVerdict Verdict =>
        failed is not null ? failed
        : Completeness == Completeness.Complete ? new RefinementVerdict.Holds(Visited)
        : Completeness == Completeness.CutByValues ? new RefinementVerdict.Undecided(Visited, Completeness) { Unbounded = [.. Unbounded] }
        : new RefinementVerdict.Undecided(Visited, Completeness);

    protected override object StateOf(Pair node) => node.Concrete;

    protected override IEnumerable<Pair> Initial()
    {
        foreach (var (pair, failure) in rules.Initial())
        {
            if (failure is null) yield return pair;
            else Fail(new RefinementVerdict.SimulationFailed(failure.Value, new Run(pair.Concrete, []), null, null, pair.Abstract));
        }
    }

    protected override void Enter(int index, Pair node)
    {
        if (isTarget?.Invoke(node) != true) return;
        Found = RunTo(index);
        Stop(Completeness.StoppedAtFinding);
    }

    protected override void Expand(int index, Pair node)
    {
        foreach (var move in rules.Moves(node))
        {
            if (IsStopped) return;
            if (move.Failure is { } failure) Fail(Failed(failure, move, RunTo(index)));
            if (move.Next is { } next) Reach(next, index, move.ConcreteEvent);
        }
    }

    /// <summary>The verdict on a move, with the step of the system that moves at the end of the run.</summary>
    internal static RefinementVerdict.SimulationFailed Failed(RefinementFailure failure, PairMove move, Run before) => new(
        failure,
        move.After is null ? before : before with { Steps = before.Steps.Add(new RunStep(move.Event, move.After)) },
        move.OtherBefore,
        move.OtherEvent,
        move.OtherAfter,
        move.Fault);

    // While a pair is looked for, what fails on the way does not end the search.
    private void Fail(RefinementVerdict.SimulationFailed failure)
    {
        if (isTarget is not null) return;
        failed ??= failure;
        Stop(Completeness.StoppedAtFinding);
    }
}
