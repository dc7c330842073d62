using Igloo.Exploring;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Counterexamples.Replaying;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>The systems that a system is claimed to refine: what users see of its faults.</summary>
internal static class UpperSystems
{
    /// <summary>A run of a system whose last event an upper system refuses, in the decoded world.</summary>
    internal static FoundRun? FindRefused(EventSystem system, DecodedScene scene, ExplorationBudget budget)
    {
        foreach (var type in system.GetType().Assembly.GetTypes().Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && t.IsSubclassOf(typeof(Refinement))))
        {
            if (Construct(type, scene) is not { } refinement || refinement.ConcreteSystem.GetType() != system.GetType()) continue;
            var view = new SimulationView.OfRefinement(refinement);
            var pairs = SimulationSystem.Of(view, refinement);
            object? refused = null;
            var events = scene.World.Universe.Values(system.EventType).Count;
            var query = Explorer.FindState(
                pairs.System,
                scene.World.Universe,
                s => (refused = pairs.FindRefused((SimulationSystem.Pair)s, scene.World.Universe)) is not null,
                budget.Options(2 * events));
            if (query is not StateQuery.Reached reached) continue;
            return new FoundRun(
                "this world",
                [.. reached.Run.Events.Append(refused!).Select(ModelText.Event)],
                $"{ModelText.Event(view.Mediate(refused!))}, which {refinement.AbstractSystem.GetType().Name} refuses,");
        }

        return null;
    }

    private static Refinement? Construct(Type type, DecodedScene scene)
    {
        try
        {
            return (Refinement)scene.Construct(type);
        }
        catch (NotRepresentableException)
        {
            return null;
        }
    }
}
