using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Refining;

/// <summary>The requirements of a claim about two systems, one step at a time.</summary>
internal abstract class PairRules
{
    /// <summary>The pairs to begin with; a state without a partner comes with the requirement that fails.</summary>
    public abstract IEnumerable<(Pair Pair, RefinementFailure? Failure)> Initial();

    /// <summary>Every move from a pair.</summary>
    public abstract IEnumerable<PairMove> Moves(Pair pair);

    /// <summary>The enabled events of one system, each turned into a move; a failure of the compiled code is a move, too.</summary>
    protected static IEnumerable<PairMove> Moves(Stepper system, object state, object other, Func<object, object, PairMove> move)
    {
        foreach (var e in system.Events)
        {
            object? after;
            PairMove? failed = null;
            try
            {
                after = system.Next(state, e);
            }
            catch (StepFault fault)
            {
                after = null;
                failed = new PairMove(e, null, other, null, null, null, RefinementFailure.Fault, fault.Fault);
            }

            if (failed is not null) yield return failed;
            if (after is not null) yield return Guarded(e, after, other, move);
        }
    }

    private static PairMove Guarded(object e, object after, object other, Func<object, object, PairMove> move)
    {
        try
        {
            return move(e, after);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var cause = fault is StepFault step ? step.Fault : fault;
            return new PairMove(e, after, other, null, null, null, RefinementFailure.Fault, cause);
        }
    }
}
