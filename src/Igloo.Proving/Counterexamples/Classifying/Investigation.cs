using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Counterexamples.Replaying;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>Looks in finite instances for what a counterexample shows, to tell a bug from a missing invariant or axiom.</summary>
internal sealed class Investigation
{
    private readonly Counterexample counterexample;
    private readonly DecodedScene scene;
    private readonly Replay replay;
    private readonly ExplorationBudget budget;
    private readonly ImmutableArray<ExploredInstance>.Builder explored = ImmutableArray.CreateBuilder<ExploredInstance>();
    private readonly ImmutableArray<string>.Builder reasons = ImmutableArray.CreateBuilder<string>();
    private bool? isShipped;
    private bool worldWasSearched;
    private bool worldWasCut;
    private bool hasInstances = true;

    private Investigation(Counterexample counterexample, DecodedScene scene, Replay replay, AnalysisOptions options)
    {
        this.counterexample = counterexample;
        this.scene = scene;
        this.replay = replay;
        LargestInstance = options.LargestInstance;
        budget = new ExplorationBudget(options.ExplorationSteps, options.ExplorationStates, options.ExplorationDepth);
    }

    /// <summary>The verdict.</summary>
    internal Classification Classification { get; private set; }

    /// <summary>The run to the state before the event, or to the violation itself.</summary>
    internal FoundRun? Run { get; private set; }

    /// <summary>What follows from there.</summary>
    internal FoundRun? Consequence { get; private set; }

    internal ImmutableArray<ExploredInstance> Explored => explored.ToImmutable();

    internal ImmutableArray<string> Reasons => reasons.ToImmutable();

    private int LargestInstance { get; }

    /// <summary>Investigates a counterexample that was replayed.</summary>
    internal static Investigation Of(Counterexample counterexample, DecodedScene scene, Replay replay, AnalysisOptions options)
    {
        var investigation = new Investigation(counterexample, scene, replay, options);
        investigation.Decide();
        return investigation;
    }

    private void Decide()
    {
        if (replay.Outcome is ReplayOutcome.Disagreed)
        {
            Classification = Classification.OurBug;
            return;
        }

        var searched = Searched.Of(counterexample, scene, replay);
        if (searched is not null && replay.Outcome is ReplayOutcome.Agreed) SearchWorld(searched);
        var violatedInstance = searched is null ? null : SearchInstances(searched);
        if (violatedInstance is not null && Run is null) Run = violatedInstance;
        var isStrange = isShipped == false && scene.World.Scene.Theories.Length > 0;
        Classification = (Run, violatedInstance, isStrange) switch
        {
            (not null, not null, _) => Classification.RealBug,
            (not null, null, false) => Classification.RealBug,
            (_, _, true) => Classification.MissingAxiom,
            _ when explored.Count == 0 || worldWasCut || !hasInstances => Classification.Undecided,
            _ => Classification.MissingInvariant,
        };
        if (Classification is Classification.MissingInvariant or Classification.Undecided && searched?.Odd is { } odd) reasons.Add(odd);
        Explain();
        if (searched is not null && Classification == Classification.RealBug && Run!.On == "this world") Consequence = searched.FindConsequence(scene, budget, Run);
    }

    private void Explain()
    {
        if (Classification == Classification.MissingAxiom)
            reasons.Add($"The world satisfies every axiom, but no shipped instance of {string.Join(", ", scene.World.Scene.Theories.Select(t => t.Type.Name).Distinct())} up to size {LargestInstance} looks like it.");
        if (Classification == Classification.RealBug && isShipped is null && !scene.World.Scene.Theories.IsEmpty && Run?.On == "this world")
            reasons.Add("The world was not compared with shipped instances.");
        if (Classification == Classification.MissingInvariant && worldWasSearched) reasons.Add("This is no proof for larger instances.");
    }

    private void SearchWorld(Searched searched)
    {
        worldWasSearched = true;
        if (searched.IsInitial)
        {
            Run = new FoundRun("this world", [], string.Empty);
            return;
        }

        try
        {
            var events = searched.EventCount(scene.World.Universe);
            switch (searched.FindBefore(scene, budget.Half(events)))
            {
                case StateQuery.Reached reached when !ShowsTheSame(reached.Run.Last):
                    worldWasCut = true;
                    reasons.Add("A state is reachable that agrees with Before at every key, but its maps have other defaults, and from it nothing is violated.");
                    break;
                case StateQuery.Reached reached:
                    budget.Spend(reached.Run.Length, events);
                    Run = new FoundRun("this world", [.. reached.Run.Events.Select(ModelText.Event)], searched.Ending);
                    break;
                case StateQuery.NotReached missed:
                    budget.Spend(missed.Visited, events);
                    worldWasCut = missed.Completeness != Completeness.Complete;
                    explored.Add(new("this world", missed.Visited, !worldWasCut));
                    break;
            }
        }
        catch (NotEnumerableException exception)
        {
            reasons.Add($"This world was not explored: {exception.Message}");
        }
    }

    /// <summary>Whether a state that was found in place of the one before the event leads to the same violation: the search ignores defaults of maps.</summary>
    private bool ShowsTheSame(object reached)
    {
        var moved = reached is SimulationSystem.Pair pair
            ? scene.With(SceneRole.Before, pair.Concrete).With(SceneRole.AbstractBefore, pair.Abstract)
            : scene.With(SceneRole.Before, reached);
        return Replay.Run(counterexample, moved).Outcome is ReplayOutcome.Agreed;
    }

    /// <summary>The run to a violation in a shipped instance, if there is one; also finds out whether the world is one of them.</summary>
    private FoundRun? SearchInstances(Searched searched)
    {
        var comparison = new WorldComparison(scene.World);
        if (comparison.IsTrivial) isShipped = true;
        foreach (var instance in Instances())
        {
            if (comparison.IsPossible && isShipped != true) isShipped = Either(isShipped, comparison.IsLike(instance));
            if (budget.IsSpent) continue;
            try
            {
                var events = searched.EventCount(instance);
                if (searched.FindViolation(instance, budget.Options(events)) is not { } found) continue;
                budget.Spend(found.States, events);
                if (found.Run is { } run) return new FoundRun(instance.Description, [.. run.Events.Select(ModelText.Event)], found.Ending);
                explored.Add(new(instance.Description, found.States, found.IsComplete));
            }
            catch (NotEnumerableException exception)
            {
                reasons.Add($"Instances were not explored: {exception.Message}");
                return null;
            }
        }

        return null;
    }

    private static bool? Either(bool? known, bool? now) => now == true ? true : known is null ? now : known == false && now is null ? null : known;

    private IReadOnlyList<Instance> Instances()
    {
        try
        {
            return [.. Exploring.Instances.Of(counterexample.Obligation.Subject, 1, LargestInstance).Take(64)];
        }
        catch (Exception exception) when (exception is ArgumentException or NotEnumerableException)
        {
            hasInstances = false;
            reasons.Add($"No instances to explore: {exception.Message}");
            return [];
        }
    }
}
