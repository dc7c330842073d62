using System.Collections.Immutable;

namespace Igloo.Cli.Verifying;

/// <summary>What exploration says about one model: evidence on instances beside the proof, never instead of it.</summary>
/// <param name="Instances">The instances explored, smaller ones first.</param>
/// <param name="Skipped">Why none could be explored, or null.</param>
internal sealed record ExplorationSummary(ImmutableArray<ExploredInstance> Instances, string? Skipped)
{
    /// <summary>All violations, those of the smallest instance first.</summary>
    public IEnumerable<string> Failures => Instances.SelectMany(i => i.Failures);

    /// <summary>The goals that no instance reached.</summary>
    public IEnumerable<string> MissedGoals => Flagged(i => i.Goals, isSet: false);

    /// <summary>The goals that some instance reached.</summary>
    public IEnumerable<string> ReachedGoals => Flagged(i => i.Goals, isSet: true);

    /// <summary>The liveness properties that were decided on some instance.</summary>
    public IEnumerable<string> DecidedLiveness => Flagged(i => i.Liveness, isSet: true);

    /// <summary>The liveness properties that were decided on no instance.</summary>
    public IEnumerable<string> OpenLiveness => Flagged(i => i.Liveness, isSet: false);

    /// <summary>Whether a goal was missed or a liveness property was not decided.</summary>
    public bool IsOpen => MissedGoals.Concat(OpenLiveness).Any();

    /// <summary>The events that occur in some instance, in the order of the model.</summary>
    public IEnumerable<string> Occurring => Named(occurs: true);

    /// <summary>The events that no visited state of an instance enables.</summary>
    public IEnumerable<string> NeverEnabled => Named(occurs: false);

    private IEnumerable<string> Named(bool occurs) =>
        Instances.SelectMany(i => i.Events).GroupBy(e => e.Name).Where(g => g.Any(e => e.Occurs) == occurs).Select(g => g.Key);

    private IEnumerable<string> Flagged(Func<ExploredInstance, ImmutableDictionary<string, bool>> flags, bool isSet) =>
        Instances.SelectMany(i => flags(i).Keys).Distinct().Where(f => Instances.Any(i => flags(i).GetValueOrDefault(f)) == isSet).Order(StringComparer.Ordinal);
}
