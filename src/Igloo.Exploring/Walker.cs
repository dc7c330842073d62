using System.Collections.Immutable;
using Igloo.Exploring.Properties;
using Igloo.Exploring.Refining;
using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring;

/// <summary>
/// Follows single runs through an instance and checks every property on the way: of event systems their invariants, steps and
/// traces; of refinements and equalities the simulation, too, in each pair of states.
/// </summary>
/// <remarks>Used by one thread at a time.</remarks>
public sealed class Walker
{
    private readonly PairRules? rules;
    private readonly Stepper stepper;
    private readonly PastSteps pasts;
    private readonly ImmutableArray<PropertyCheck> checks;

    private Walker(Universe universe, EventSystem system, PairRules? rules)
    {
        this.rules = rules;
        stepper = new Stepper(system, universe);
        pasts = PastSteps.Of(system.EventType);
        checks =
        [
            .. ModelProperty.Of(system)
                .Where(p => p.Kind is not (PropertyKind.Goal or PropertyKind.Terminal or PropertyKind.Axiom))
                .Select(p => new PropertyCheck(system, p, universe, system.StateType, system.EventType)),
        ];
    }

    /// <summary>The walker of an instance.</summary>
    /// <param name="instance">An instance of an event system, refinement or equality.</param>
    /// <exception cref="ArgumentException">The instance is none of these.</exception>
    /// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
    public static Walker Of(Instance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.Model switch
        {
            Refinement refinement => new(instance.Universe, refinement.ConcreteSystem, new SimulationRules(refinement, instance.Universe)),
            Equality equality => new(instance.Universe, equality.LeftSystem, new EqualityRules(equality, instance.Universe)),
            _ => new(instance.Universe, instance.As<EventSystem>(), null),
        };
    }

    /// <summary>Follows a run that numbers choose: the first an initial state, each other one of the enabled events.</summary>
    /// <param name="choices">At least one choice, taken modulo the number of all initial states or events, then the next enabled one; the run ends with them, at a deadlock or at a failure.</param>
    public Walk Follow(IReadOnlyList<int> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count);
        var walked = FollowSystem(choices);
        return walked.Failed || rules is null ? walked : FollowPairs(rules, choices);
    }

    private static T Chosen<T>(IReadOnlyList<T> alternatives, int choice) => alternatives.Count > 0
        ? alternatives[(choice & int.MaxValue) % alternatives.Count]
        : throw new InvalidOperationException("The system has no initial state in this universe.");

    private static (int Choice, T Found)? FirstEnabled<TCandidate, T>(IReadOnlyList<TCandidate> candidates, int choice, Func<TCandidate, T?> attempt)
        where T : class
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var place = (int)(((long)(choice & int.MaxValue) + i) % candidates.Count);
            if (attempt(candidates[place]) is { } found) return (place, found);
        }

        return null;
    }

    private Walk FollowSystem(IReadOnlyList<int> choices)
    {
        var run = new Run(Chosen([.. stepper.InitialStates()], choices[0]), []);
        ImmutableArray<int> taken = [choices[0]];
        var past = pasts.Empty;
        var findings = new Findings(checks);
        findings.AtState(run.Last, past, () => run);
        foreach (var choice in choices.Skip(1))
        {
            if (findings.Violations.Count > 0) break;
            try
            {
                var before = run.Last;
                if (FirstEnabled(stepper.Candidates(before), choice, e => Step(before, e)) is not var (place, step)) break;
                taken = taken.Add(place);
                run = run with { Steps = run.Steps.Add(step) };
                findings.AtStep(before, past, step.Event, step.After, () => run);
                past = pasts.Add(past, step.Event);
                findings.AtState(step.After, past, () => run);
            }
            catch (StepFault fault)
            {
                return new Walk(run, taken.Add(stepper.Candidates(run.Last).ToList().IndexOf(fault.Event)), new Violation(PropertyKind.Defined, null, [], run, fault.Fault, fault.Event));
            }
        }

        return new Walk(run, taken, findings.Violations is [var first, ..] ? first : null);
    }

    private RunStep? Step(object state, object e) => stepper.Next(state, e) is { } after ? new RunStep(e, after) : null;

    private static Walk FollowPairs(PairRules rules, IReadOnlyList<int> choices)
    {
        var (pair, failure) = Chosen([.. rules.Initial()], choices[0]);
        var run = new Run(pair.Concrete, []);
        ImmutableArray<int> taken = [choices[0]];
        if (failure is { } initially)
        {
            return new Walk(run, taken, SimulationFailed: new RefinementVerdict.SimulationFailed(initially, run, null, null, pair.Abstract));
        }

        foreach (var choice in choices.Skip(1))
        {
            var from = pair;
            if (FirstEnabled(rules.Candidates(from), choice, c => rules.Move(from, c)) is not var (place, move)) break;
            taken = taken.Add(place);
            if (move.Failure is { } failed) return new Walk(run, taken, SimulationFailed: PairSearch.Failed(failed, move, run));
            pair = move.Next!.Value;
            run = run with { Steps = run.Steps.Add(new RunStep(move.ConcreteEvent, pair.Concrete)) };
        }

        return new Walk(run, taken);
    }
}
