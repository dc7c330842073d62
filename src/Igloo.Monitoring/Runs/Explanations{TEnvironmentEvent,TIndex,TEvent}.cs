using System.Collections.Immutable;
using Igloo.IoSpecs;
using Igloo.Trimming;

namespace Igloo.Monitoring.Runs;

/// <summary>Finds the environment's events that a component's event may be part of.</summary>
/// <param name="patterns">What χ says; null without terms.</param>
/// <param name="declared">The user's own answer, or null.</param>
/// <param name="isPartner">χ itself.</param>
/// <param name="parameters">The values of a component's parameters.</param>
internal sealed class Explanations<TEnvironmentEvent, TIndex, TEvent>(
    PartnerPatterns? patterns, Func<TIndex, TEvent, IEnumerable<TEnvironmentEvent>>? declared, Func<TEnvironmentEvent, TIndex, TEvent, bool> isPartner, Func<TIndex, CandidateValues> parameters)
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TEvent : class
{
    private const int MostInstances = 10_000;
    private readonly Dictionary<(TIndex, TEvent), ImmutableArray<TEnvironmentEvent>> known = [];

    /// <summary>The cases of the component's events whose partners were looked for over the values that occur only.</summary>
    public SortedSet<string> Incomplete { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<TEnvironmentEvent> Of(TIndex index, TEvent e)
    {
        if (known.TryGetValue((index, e), out var found)) return found;
        return known[(index, e)] = [.. Candidates(index, e).Where(own => isPartner(own, index, e)).Distinct()];
    }

    private IEnumerable<TEnvironmentEvent> Candidates(TIndex index, TEvent e)
    {
        if (declared is not null) return declared(index, e);
        var candidates = parameters(index).Copy().Add(e);
        if (patterns is { IsComplete: true }) return patterns.All.SelectMany(p => Backwards(p, index, e, candidates));
        Incomplete.Add(e.GetType().Name);
        return EventCases.Of(typeof(TEnvironmentEvent)).SelectMany(c => EnabledEvents.Instances(c, candidates)).Cast<TEnvironmentEvent>();
    }

    private IEnumerable<TEnvironmentEvent> Backwards(PartnerPattern pattern, TIndex index, TEvent e, CandidateValues candidates)
    {
        if (pattern.Match(index, e) is not { } values) return [];
        var constructor = pattern.Case.Kept().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        IEnumerable<object?[]> choices = [[]];
        foreach (var parameter in constructor.GetParameters())
        {
            var isFixed = values.TryGetValue(parameter.Name!, out var value);
            if (isFixed && value is not null && !parameter.ParameterType.IsInstanceOfType(value)) return [];
            if (!isFixed && !IsFinite(parameter.ParameterType)) Incomplete.Add(e.GetType().Name);
            object?[] possible = isFixed ? [value] : [.. candidates.OfType(parameter.ParameterType)];
            choices = choices.SelectMany(chosen => possible.Select(p => (object?[])[.. chosen, p]));
        }

        object?[][] instances = [.. choices.Take(MostInstances)];
        if (instances.Length == MostInstances) Incomplete.Add(e.GetType().Name);
        return instances.Select(constructor.Invoke).Cast<TEnvironmentEvent>();
    }

    private static bool IsFinite(Type type) => type == typeof(bool) || type.IsEnum;
}
