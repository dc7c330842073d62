using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Models;

namespace Igloo.Cli.Verifying;

/// <summary>Explores small instances of a model through its compiled code.</summary>
internal static class ModelExploration
{
    // Deterministic, so that every machine reports the same; small, so that it stays in the shade of the proof.
    private const int MostStates = 3_000;

    // Where numbers or sequences grow without end, a state is the dearer the deeper it is.
    private const int MostEvents = 100;

    /// <summary>Explores the instances of a model from size 1 up to the first with too many states.</summary>
    /// <param name="model">An event system, a refinement or an equality.</param>
    /// <param name="largest">The largest size.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ExplorationSummary? Explore(Type model, int largest, CancellationToken cancellation)
    {
        if (largest < 1 || !IsExplorable(model))
        {
            return null;
        }

        var found = ImmutableArray.CreateBuilder<ExploredInstance>();
        try
        {
            // A model without theories and sorts of its own has the same universe at every size.
            foreach (var instance in Instances.Of(model, 1, largest))
            {
                found.Add(Explore(instance, cancellation));
                if (found[^1].States >= MostStates || !found[^1].Failures.IsEmpty)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is NotEnumerableException or ArgumentException)
        {
            if (found.Count == 0)
            {
                return new ExplorationSummary([], exception.Message);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return new ExplorationSummary(found.ToImmutable(), found.Count == 0 ? "no instance has this size" : null);
    }

    private static bool IsExplorable(Type model) =>
        !model.IsAbstract && !model.ContainsGenericParameters
        && (model.IsAssignableTo(typeof(EventSystem)) || model.IsAssignableTo(typeof(Refinement)) || model.IsAssignableTo(typeof(Equality)));

    private static ExploredInstance Explore(Instance instance, CancellationToken cancellation)
    {
        var options = new ExplorationOptions { MaxStates = MostStates, MaxDepth = MostEvents, Engine = ExplorationEngine.Reference, Cancellation = cancellation };
        if (instance.Model is not EventSystem)
        {
            return OfPairs(instance, RefinementCheck.Explore(instance, options));
        }

        var explored = Explorer.Explore(instance, options);
        var live = ModelProperty.LivenessOf(instance.As<EventSystem>()).Any() ? LivenessCheck.Explore(instance, options).Results : [];
        return new ExploredInstance(
            instance.Description,
            explored.States,
            explored.IsComplete,
            [.. explored.Violations.Select(v => v.ToString()), .. live.Where(r => r.Verdict is LivenessVerdict.Refuted).Select(r => r.ToString())],
            explored.Goals.ToImmutableDictionary(g => g.Property.Name, g => g.IsReached),
            live.ToImmutableDictionary(r => r.Property.Name, r => r.Verdict is not LivenessVerdict.Unknown),
            [.. explored.Events.Select(e => (e.Name, e.Count > 0))]);
    }

    private static ExploredInstance OfPairs(Instance instance, RefinementVerdict verdict) => verdict switch
    {
        RefinementVerdict.Holds holds => Pairs(instance, holds.Pairs, isComplete: true, []),
        RefinementVerdict.Undecided undecided => Pairs(instance, undecided.Pairs, isComplete: false, []),
        _ => Pairs(instance, 0, isComplete: false, [verdict.ToString()!]),
    };

    private static ExploredInstance Pairs(Instance instance, int count, bool isComplete, ImmutableArray<string> failures) =>
        new(instance.Description, count, isComplete, failures, ImmutableDictionary<string, bool>.Empty, ImmutableDictionary<string, bool>.Empty, []);
}
