using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Refining;

/// <summary>The requirements of a claim about two systems, one step at a time.</summary>
internal abstract class PairRules
{
    /// <summary>The parameters of events of which only some values were tried so far.</summary>
    public abstract IEnumerable<UnboundedParameter> Unbounded { get; }

    /// <summary>The events of both systems that are to be tried, enabled or not.</summary>
    public abstract IReadOnlyList<Candidate> Candidates(Pair pair);

    /// <summary>The pairs to begin with; a state without a partner comes with the requirement that fails.</summary>
    public abstract IEnumerable<(Pair Pair, RefinementFailure? Failure)> Initial();

    /// <summary>The move by a candidate, or null where it is not enabled.</summary>
    public abstract PairMove? Move(Pair pair, Candidate candidate);

    /// <summary>Every move from a pair.</summary>
    public IEnumerable<PairMove> Moves(Pair pair) => Candidates(pair).Select(c => Move(pair, c)).OfType<PairMove>();

    /// <summary>An event to be tried, of the concrete (left) or of the abstract (right) system.</summary>
    internal readonly record struct Candidate(object Event, bool IsBackward);

    /// <summary>An event of one system, turned into a move if it is enabled; a failure of the compiled code is a move, too.</summary>
    protected static PairMove? Move(Stepper system, object state, object e, object other, Func<object, PairMove> move)
    {
        object? after = null;
        try
        {
            after = system.Next(state, e);
            return after is null ? null : move(after);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new PairMove(e, after, other, null, null, null, RefinementFailure.Fault, fault is StepFault step ? step.Fault : fault);
        }
    }
}
