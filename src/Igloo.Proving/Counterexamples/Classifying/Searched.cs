using Igloo.Exploring;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Replaying;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>What is searched for a counterexample: runs of a system, or of two systems side by side.</summary>
internal abstract class Searched
{
    /// <summary>Whether the counterexample is about initial states, so that no run is needed.</summary>
    internal required bool IsInitial { get; init; }

    /// <summary>What to search for, or null if the obligation is not about runs.</summary>
    internal static Searched? Of(Counterexample counterexample, DecodedScene scene, Replay replay)
    {
        var kind = counterexample.Obligation.Kind;
        return replay.Subject switch
        {
            EventSystem system when Replay.PropertyOf(counterexample, system) is { } property =>
                new OfProperty(system, property) { IsInitial = kind == ObligationKind.Initial },
            Refinement refinement when kind is ObligationKind.Simulation or ObligationKind.InitialSimulation or ObligationKind.Inverse =>
                new OfSimulation(_ => SimulationSystem.Of(new SimulationView.OfRefinement(refinement), refinement), m => OfRefinement((Refinement)m)) { IsInitial = kind == ObligationKind.InitialSimulation },
            Equality equality when kind is ObligationKind.Simulation or ObligationKind.InitialSimulation or ObligationKind.Inverse =>
                new OfSimulation(_ => OfEquality(equality, scene), m => OfEquality((Equality)m, scene)) { IsInitial = kind == ObligationKind.InitialSimulation },
            EventSystem when kind == ObligationKind.Hiding && scene[SceneRole.Event] is { } e && MovingSystem.Of(replay.Subject, scene) is { } moving => new OfEvent(moving, e) { IsInitial = false },
            EventSystem when scene.Has(SceneRole.Before) && MovingSystem.Of(replay.Subject, scene) is { } moving => new OfState(moving, kind == ObligationKind.Definedness, Replay.StatementOf(counterexample, moving)) { IsInitial = false },
            _ => null,
        };
    }

    /// <summary>The number of events that are tried in each state.</summary>
    internal abstract int EventCount(Universe universe);

    /// <summary>The number of events that are tried in each state.</summary>
    internal int EventCount(Instance instance) => EventCount(instance.Universe);

    /// <summary>Looks for the state before the event in the decoded world.</summary>
    internal abstract StateQuery FindBefore(DecodedScene scene, ExplorationOptions options);

    /// <summary>What of the state before never occurred in the search for it; null if nothing stands out.</summary>
    internal string? Odd { get; private protected set; }

    /// <summary>What is reached, where it is not the state before the event of the counterexample.</summary>
    internal virtual string Ending => string.Empty;

    /// <summary>Looks for the same violation in an instance; null where it is not known how.</summary>
    internal abstract Outcome? FindViolation(Instance instance, ExplorationOptions options);

    /// <summary>Looks for something worse that follows in the decoded world.</summary>
    internal abstract FoundRun? FindConsequence(DecodedScene scene, ExplorationBudget budget, FoundRun reached);

    /// <summary>What a search for a violation has found.</summary>
    internal sealed record Outcome(Run? Run, int States, bool IsComplete, string Ending);

    private static SimulationSystem OfRefinement(Refinement refinement) => SimulationSystem.Of(new SimulationView.OfRefinement(refinement), refinement);

    private static SimulationSystem OfEquality(Equality equality, DecodedScene scene) =>
        SimulationSystem.Of(SimulationView.OfEquality(equality, scene[SceneRole.Event]), null);

    private sealed class OfProperty(EventSystem system, ModelProperty property) : Searched
    {
        internal override int EventCount(Universe universe) => universe.Values(system.EventType).Count;

        internal override StateQuery FindBefore(DecodedScene scene, ExplorationOptions options)
        {
            var before = scene[SceneRole.Before]!;
            if (scene[SceneRole.Past] is { } past) return Explorer.FindState(system, scene.World.Universe, before, past, options);
            var odd = new OddValues(scene.World, before);
            var query = Explorer.FindState(
                system,
                scene.World.Universe,
                state =>
                {
                    odd.Visit(state);
                    return scene.World.Universe.Same(state, before);
                },
                options);
            if (query is StateQuery.NotReached) Odd = odd.Text();
            return query;
        }

        internal override Outcome? FindViolation(Instance instance, ExplorationOptions options)
        {
            var exploration = Explorer.Explore(instance, options);
            var violation = exploration.Violations.FirstOrDefault(v => v.Property?.Name == property.Name && v.Fault is null);
            return new(violation?.Run, exploration.States + exploration.Configurations, exploration.IsComplete, $"a violation of {property.Name}");
        }

        internal override FoundRun? FindConsequence(DecodedScene scene, ExplorationBudget budget, FoundRun reached)
        {
            if (budget.IsSpent) return null;
            if (UpperSystems.FindRefused(system, scene, budget) is { } refused) return refused;
            var exploration = Explorer.Explore(system, scene.World.Universe, budget.Options(EventCount(scene.World.Universe)));
            var worst = exploration.Violations
                .Where(v => v.Fault is null && v.Property!.Name != property.Name && v.Run.Length > reached.Events.Length)
                .MaxBy(v => v.Run.Length);
            return worst is null ? null : new FoundRun(reached.On, [.. worst.Run.Events.Select(ModelText.Event)], $"a violation of {worst.Property!.Name}");
        }
    }

    private sealed class OfState(EventSystem system, bool mayThrow, ModelProperty? stated) : Searched
    {
        internal override int EventCount(Universe universe) => universe.Values(system.EventType).Count;

        internal override StateQuery FindBefore(DecodedScene scene, ExplorationOptions options) =>
            Explorer.FindState(system, scene.World.Universe, scene[SceneRole.Before]!, scene[SceneRole.Past], options);

        internal override Outcome? FindViolation(Instance instance, ExplorationOptions options)
        {
            // Where a model is undefined its compiled form throws, and exploration stops there.
            if (!mayThrow || instance.Model is not EventSystem) return null;
            var exploration = Explorer.Explore(instance, options);
            var fault = exploration.Violations.FirstOrDefault(v => v.Fault is not null && (stated is null ? v.FaultyEvent is not null : v.Property?.Name == stated.Name));
            var run = fault?.FaultyEvent is { } e ? fault.Run with { Steps = fault.Run.Steps.Add(new RunStep(e, fault.Run.Last)) } : fault?.Run;
            return new(run, exploration.States, exploration.IsComplete, $"{fault?.Fault!.GetType().Name}");
        }

        internal override FoundRun? FindConsequence(DecodedScene scene, ExplorationBudget budget, FoundRun reached) => null;
    }

    // What the mediators make of an event does not depend on the state: any that enables it will do.
    private sealed class OfEvent(EventSystem system, object e) : Searched
    {
        internal override string Ending => $"a state that enables {ModelText.Event(e)}";

        internal override int EventCount(Universe universe) => universe.Values(system.EventType).Count;

        internal override StateQuery FindBefore(DecodedScene scene, ExplorationOptions options) =>
            Explorer.FindState(system, scene.World.Universe, state => system.NextState(state, e) is not null, options);

        internal override Outcome? FindViolation(Instance instance, ExplorationOptions options) => null;

        internal override FoundRun? FindConsequence(DecodedScene scene, ExplorationBudget budget, FoundRun reached) => null;
    }

    private sealed class OfSimulation(Func<object?, SimulationSystem> inWorld, Func<object, SimulationSystem> inInstance) : Searched
    {
        private readonly SimulationSystem system = inWorld(null);

        internal override int EventCount(Universe universe) => universe.Values(system.System.EventType).Count;

        internal override StateQuery FindBefore(DecodedScene scene, ExplorationOptions options)
        {
            var (before, above) = (scene[SceneRole.Before]!, scene[SceneRole.AbstractBefore]!);
            return Explorer.FindState(
                system.System,
                scene.World.Universe,
                s => s is SimulationSystem.Pair pair && scene.World.Universe.Same(pair.Concrete, before) && scene.World.Universe.Same(pair.Abstract, above),
                options);
        }

        internal override Outcome? FindViolation(Instance instance, ExplorationOptions options)
        {
            var theirs = inInstance(instance.Model);
            object? escape = null;
            var query = Explorer.FindState(
                theirs.System, instance.Universe, s => (escape = theirs.FindEscape((SimulationSystem.Pair)s, instance.Universe)) is not null, options);
            return query switch
            {
                StateQuery.Reached reached => new(reached.Run with { Steps = reached.Run.Steps.Add(new RunStep(escape!, reached.Run.Last)) }, reached.Run.Length, false, "a step that the abstract system does not follow"),
                StateQuery.NotReached missed => new(null, missed.Visited, missed.Completeness == Completeness.Complete, string.Empty),
                _ => throw new InvalidOperationException("An answer of no known kind."),
            };
        }

        internal override FoundRun? FindConsequence(DecodedScene scene, ExplorationBudget budget, FoundRun reached) => null;
    }
}
