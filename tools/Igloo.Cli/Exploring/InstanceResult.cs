using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Models;

namespace Igloo.Cli.Exploring;

/// <summary>What the exploration of one instance found.</summary>
/// <param name="Instance">The instance.</param>
internal abstract record InstanceResult(Instance Instance)
{
    /// <summary>Whether something that the model claims is false.</summary>
    public abstract bool IsRefuted { get; }

    /// <summary>Whether everything reachable was visited.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>Whether the user ended it.</summary>
    public abstract bool WasCancelled { get; }

    /// <summary>A run worth keeping: of the first counterexample, else to the first goal; null where there is none.</summary>
    public abstract FoundTrace? Trace { get; }

    /// <summary>Explores an instance of an event system, a refinement or an equality.</summary>
    public static InstanceResult Of(Instance instance, Reductions reductions, ExplorationOptions options) =>
        instance.Model is not EventSystem ? RefinementResult.Of(instance, options)
        : reductions == Reductions.None ? SystemResult.Of(instance, options)
        : new ReducedResult(instance, ReducedExplorer.Explore(instance, reductions, options));

    /// <summary>The result for people.</summary>
    public abstract IEnumerable<string> Lines(Style style);
}
