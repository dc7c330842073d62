using Igloo.Exploring.Packed;
using Igloo.Exploring.Properties;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Exploring.Searching;

/// <summary>Chooses the engine of an exploration, and says why.</summary>
internal sealed class Engines(EventSystem system, Universe universe, ExplorationOptions options, string subject)
{
    // So many states show which fields grow.
    private const int StatesForGrowth = 2_000;

    /// <summary>Explores with the engine that was asked for, or with the packed one where model and options allow it.</summary>
    /// <exception cref="NotPackableException">The packed engine was asked for, and cannot do it.</exception>
    public Exploration Explore()
    {
        if (options.Engine == ExplorationEngine.Reference) return Reference("asked for");
        if (Obstacle() is { } obstacle) return Otherwise(obstacle);
        try
        {
            return PackedSystem.TryCreate(system, universe, out var packed, out var reason)
                ? WithGrowth(PackedSearch.Run(packed, options, subject))
                : Otherwise(reason);
        }
        catch (Exception refused) when (options.Engine == ExplorationEngine.Automatic && refused is (NotPackableException or NotEnumerableException or MissingTermsException))
        {
            return Reference(refused.Message);
        }
    }

    private string? Obstacle() =>
        options.Strategy != SearchStrategy.BreadthFirst ? "depth-first"
        : options.CheckpointFile is not null ? "checkpoints"
        : ModelProperty.Of(system).FirstOrDefault(p => p.NeedsPast) is { } historical ? $"{historical.Name} asks for the past"
        : Quantifying() is { } quantifying ? $"{quantifying.Place} has values that are not listed"
        : null;

    /// <summary>A parameter of a property whose values depend on the state: tables are made for the listed ones.</summary>
    private UnboundedParameter? Quantifying() => ModelProperty.Of(system)
        .SelectMany(p => new PropertyCheck(system, p, universe, system.StateType, system.EventType).Unlisted)
        .FirstOrDefault();

    private Exploration Otherwise(string obstacle) => options.Engine == ExplorationEngine.Packed
        ? throw new NotPackableException($"The packed engine cannot explore {subject}: {obstacle}.")
        : Reference(obstacle);

    private Exploration Reference(string reason) => new ReferenceEngine(system, universe, options).Explore(subject, reason);

    private Exploration WithGrowth(Exploration found)
    {
        // Who cancelled does not wait for another search.
        if (found.Completeness is not (Completeness.CutByStates or Completeness.CutByDepth or Completeness.CutByMemory)) return found;
        var few = new ExplorationOptions { MaxStates = StatesForGrowth, Deadlocks = DeadlockPolicy.Ignore, Cancellation = options.Cancellation };
        var sample = new ReferenceEngine(system, universe, few).Explore(subject, "growth");
        return found with { GrowingFields = sample.GrowingFields };
    }
}
