using System.Collections.Immutable;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Runs;

/// <summary>A case of the environment's events that is still possible at some place of χ.</summary>
/// <param name="Case">The case.</param>
internal sealed record PossibleCase(Type Case)
{
    /// <summary>The cases that a parameter no longer has.</summary>
    private ImmutableDictionary<string, ImmutableHashSet<Type>> Excluded { get; init; } = ImmutableDictionary<string, ImmutableHashSet<Type>>.Empty;

    /// <summary>This case where a parameter is not of some case; null if it is of none then.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="type">Its type.</param>
    /// <param name="excluded">The case that it is not of.</param>
    public PossibleCase? Without(string parameter, Type type, Type excluded)
    {
        var all = Excluded.GetValueOrDefault(parameter, []).Add(excluded);
        return EventCases.Of(type).All(c => all.Any(e => e.IsAssignableFrom(c))) ? null : this with { Excluded = Excluded.SetItem(parameter, all) };
    }
}
