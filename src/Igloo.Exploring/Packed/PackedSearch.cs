using System.Collections.Immutable;
using System.Diagnostics;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Exploring.Packed.Searching;
using Igloo.Exploring.Packed.Words;
using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Packed;

/// <summary>Breadth-first exploration of a packed system. Counts, verdicts and lengths are those of the reference.</summary>
public static class PackedSearch
{
    /// <summary>Visits everything reachable within the limits, and checks every property that does not ask for the past.</summary>
    /// <param name="packed">The system.</param>
    /// <param name="options">Limits, workers, storage.</param>
    /// <param name="subject">What the result is about; the name of the model by default.</param>
    /// <returns>What was found. Properties that ask for the past are neither checked nor listed.</returns>
    /// <exception cref="ArgumentException">The options ask for what this search does not do: depth first, checkpoints.</exception>
    /// <exception cref="NotPackableException">A reachable state has no packed form.</exception>
    /// <exception cref="PackedMismatchException">A sample showed that the tables are wrong.</exception>
    public static Exploration Run(PackedSystem packed, ExplorationOptions? options = null, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(packed);
        options ??= ExplorationOptions.Unlimited;
        options.Validate();
        if (options.Strategy != SearchStrategy.BreadthFirst) throw new ArgumentException("The packed search is breadth first.", nameof(options));
        if (options.CheckpointFile is not null) throw new ArgumentException("The packed search writes no checkpoints.", nameof(options));
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                var search = PackedWidth.Of(packed, new Making(options));
                search.Explore();
                return Result(packed, search, options, subject ?? TypeText.Of(packed.System.GetType()), clock);
            }
            catch (OutOfBoundsException outside)
            {
                packed = packed.Wider() ?? throw new NotPackableException($"A reachable state {outside.Message}.");
            }
            catch (GroundingException refused)
            {
                throw new NotPackableException($"The model {refused.Message}.");
            }
        }
    }

    private static Exploration Result(PackedSystem packed, IPackedSearch search, ExplorationOptions options, string subject, Stopwatch clock)
    {
        var found = search.Report().ToList();
        var deadlock = found.Find(f => f.Property is null && f.Fault is null)?.Run;
        var properties = ModelProperty.Of(packed.System).Where(p => !p.NeedsPast).ToList();
        ImmutableArray<UnboundedParameter> unbounded =
        [
            .. properties.Where(p => !found.Exists(f => f.Property == p))
                .SelectMany(p => new PropertyCheck(packed.System, p, packed.Universe, packed.System.StateType, packed.System.EventType).Unlisted),
        ];
        var claimsTerminal = properties.Exists(p => p.Kind == PropertyKind.Terminal) || options.Deadlocks == DeadlockPolicy.Refute;
        var counts = packed.Events.Select((e, i) => (Kind: EventKind.Of(e), Count: search.Occurrences(i))).GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        return new Exploration(
            subject,
            checked((int)search.States),
            search.Generated,
            search.Depth,
            search.Completeness is Completeness.Complete && !unbounded.IsEmpty ? Completeness.CutByValues : search.Completeness,
            [.. found.Where(f => (f.Property is null && (f.Fault is not null || claimsTerminal)) || f.Property is { Kind: not PropertyKind.Goal } || f.Fault is not null).Select(Violated)],
            [.. properties.Where(p => p.Kind == PropertyKind.Goal).Select(p => new Goal(p, found.Find(f => f.Property == p && f.Fault is null)?.Run))],
            [.. EventKind.All(packed.System.EventType).Select(kind => new EventCount(kind.Name, counts.GetValueOrDefault(kind)))],
            0,
            clock.Elapsed)
        {
            Deadlock = deadlock,
            CollisionOdds = search.CollisionOdds,
            Unbounded = unbounded,
            Engine = new EngineUse(ExplorationEngine.Packed, $"{packed.Width} bits a state"),
        };
    }

    private static Violation Violated(ReportedFinding found) => new(
        found.Property is null ? found.Fault is null ? PropertyKind.Terminal : PropertyKind.Defined : found.Fault is null ? found.Property.Kind : PropertyKind.Defined,
        found.Property,
        found.Arguments,
        found.Run,
        found.Fault,
        found.FaultyEvent);

    private sealed class Making(ExplorationOptions options) : PackedWidth.IUse<IPackedSearch>
    {
        public IPackedSearch With<T>(PackedSystem system)
            where T : struct, IWords<T> =>
            options.Storage == StateStorage.Fingerprints && T.Count > 1
                ? new LevelSearch<T, Word, ByFingerprint<T>>(system, options)
                : new LevelSearch<T, T, ByState<T>>(system, options);
    }
}
