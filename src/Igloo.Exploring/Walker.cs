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
                .Where(p => p.Kind is not (PropertyKind.Goal or PropertyKind.Axiom))
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
    /// <param name="choices">At least one choice, each taken modulo the number of alternatives; the run ends with them, at a deadlock or at a failure.</param>
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

    private Walk FollowSystem(IReadOnlyList<int> choices)
    {
        var run = new Run(Chosen([.. stepper.InitialStates()], choices[0]), []);
        var past = pasts.Empty;
        var findings = new Findings(checks);
        findings.AtState(run.Last, past, () => run);
        foreach (var choice in choices.Skip(1))
        {
            if (findings.Violations.Count > 0) break;
            try
            {
                var before = run.Last;
                var enabled = stepper.Events.Select(e => (Event: e, After: stepper.Next(before, e))).Where(step => step.After is not null).ToArray();
                if (enabled.Length == 0) break;
                var (e, after) = Chosen(enabled, choice);
                run = run with { Steps = run.Steps.Add(new RunStep(e, after!)) };
                findings.AtStep(before, past, e, after!, () => run);
                past = pasts.Add(past, e);
                findings.AtState(after!, past, () => run);
            }
            catch (StepFault fault)
            {
                return new Walk(run, new Violation(PropertyKind.Defined, null, [], run, fault.Fault, fault.Event));
            }
        }

        return new Walk(run, findings.Violations is [var first, ..] ? first : null);
    }

    private static Walk FollowPairs(PairRules rules, IReadOnlyList<int> choices)
    {
        var (pair, failure) = Chosen([.. rules.Initial()], choices[0]);
        var run = new Run(pair.Concrete, []);
        if (failure is { } initially)
        {
            return new Walk(run, SimulationFailed: new RefinementVerdict.SimulationFailed(initially, run, null, null, pair.Abstract));
        }

        foreach (var choice in choices.Skip(1))
        {
            var moves = rules.Moves(pair).ToArray();
            if (moves.Length == 0) break;
            var move = Chosen(moves, choice);
            if (move.Failure is { } failed) return new Walk(run, SimulationFailed: PairSearch.Failed(failed, move, run));
            pair = move.Next!.Value;
            run = run with { Steps = run.Steps.Add(new RunStep(move.ConcreteEvent, pair.Concrete)) };
        }

        return new Walk(run);
    }
}
