using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Refining;

/// <summary>The requirements of a simulation (Igloo paper, section 2.1.2).</summary>
internal sealed class SimulationRules(Refinement refinement, Universe universe) : PairRules
{
    private readonly Stepper concrete = new(refinement.ConcreteSystem, universe);

    public override IEnumerable<UnboundedParameter> Unbounded => concrete.Unbounded;

    public override IReadOnlyList<Candidate> Candidates(Pair pair) => [.. concrete.Candidates(pair.Concrete).Select(e => new Candidate(e, false))];

    public override IEnumerable<(Pair Pair, RefinementFailure? Failure)> Initial()
    {
        var initial = Stepper.InitialStates(refinement.AbstractSystem, universe).ToHashSet();
        return concrete.InitialStates().Distinct()
            .Select(c => new Pair(c, refinement.AbstractInitialState(c)))
            .Select(pair => (
                pair,
                !initial.Contains(pair.Abstract) ? RefinementFailure.WitnessNotInitial
                    : !refinement.AreRelated(pair.Concrete, pair.Abstract) ? RefinementFailure.InitialUnrelated
                    : (RefinementFailure?)null));
    }

    public override PairMove? Move(Pair pair, Candidate candidate)
    {
        var e = candidate.Event;
        return Move(concrete, pair.Concrete, e, pair.Abstract, after =>
        {
            var mediated = refinement.MediateEvent(e);
            var other = mediated is null ? pair.Abstract : refinement.AbstractSystem.NextState(pair.Abstract, mediated);
            var move = new PairMove(e, after, pair.Abstract, mediated, other, null);
            return other is null ? move with { Failure = RefinementFailure.NotEnabled }
                : move with { Next = new Pair(after, other), Failure = refinement.AreRelated(after, other) ? null : RefinementFailure.Unrelated };
        });
    }
}
