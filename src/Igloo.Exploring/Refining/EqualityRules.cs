using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Refining;

/// <summary>The requirements of an equality: both systems simulate each other through mediators that are inverse to each other and hide nothing.</summary>
internal sealed class EqualityRules(Equality equality, Universe universe) : PairRules
{
    private readonly Renaming renaming = Renaming.Of(equality);
    private readonly Stepper left = new(equality.LeftSystem, universe);
    private readonly Stepper right = new(equality.RightSystem, universe);

    public override IEnumerable<UnboundedParameter> Unbounded => left.Unbounded.Concat(right.Unbounded);

    public override IReadOnlyList<Candidate> Candidates(Pair pair) =>
    [
        .. left.Candidates(pair.Concrete).Select(e => new Candidate(e, false)),
        .. right.Candidates(pair.Abstract).Select(e => new Candidate(e, true)),
    ];

    public override IEnumerable<(Pair Pair, RefinementFailure? Failure)> Initial()
    {
        var lefts = left.InitialStates().Distinct().ToArray();
        var rights = right.InitialStates().Distinct().ToArray();
        var related = lefts.SelectMany(l => rights.Where(r => renaming.AreRelated(l, r)).Select(r => new Pair(l, r))).ToArray();
        var alone = lefts.Except(related.Select(p => p.Concrete)).Select(l => new Pair(l, rights[0]))
            .Concat(rights.Except(related.Select(p => p.Abstract)).Select(r => new Pair(lefts[0], r)));
        return
        [
            .. related.Select(pair => (pair, (RefinementFailure?)null)),
            .. alone.Select(pair => (pair, (RefinementFailure?)RefinementFailure.InitialUnrelated)),
        ];
    }

    public override PairMove? Move(Pair pair, Candidate candidate)
    {
        var e = candidate.Event;
        if (!candidate.IsBackward)
        {
            return Move(left, pair.Concrete, e, pair.Abstract, after => Move(
                e, after, renaming.Forth, renaming.Back, right, pair.Abstract, other => new Pair(after, other)));
        }

        return Move(right, pair.Abstract, e, pair.Concrete, after => Move(
            e, after, renaming.Back, renaming.Forth, left, pair.Concrete, other => new Pair(other, after)) with { IsBackward = true });
    }

    private PairMove Move(
        object e,
        object after,
        Func<object, object?> there,
        Func<object, object?> backAgain,
        Stepper other,
        object otherBefore,
        Func<object, Pair> paired)
    {
        var move = new PairMove(e, after, otherBefore, there(e), null, null);
        if (move.OtherEvent is not { } renamed) return move with { Failure = RefinementFailure.Hidden };
        if (!e.Equals(backAgain(renamed))) return move with { Failure = RefinementFailure.NotInverse };
        if (other.Next(otherBefore, renamed) is not { } otherAfter) return move with { Failure = RefinementFailure.NotEnabled };
        var next = paired(otherAfter);
        return move with
        {
            OtherAfter = otherAfter,
            Next = next,
            Failure = renaming.AreRelated(next.Concrete, next.Abstract) ? null : RefinementFailure.Unrelated,
        };
    }
}
