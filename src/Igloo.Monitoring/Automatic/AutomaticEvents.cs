using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Automatic;

/// <summary>The automatic events of a component over the values that occur in its state and its parameters, and whether those are all.</summary>
internal sealed class AutomaticEvents<TState, TEvent>
    where TState : class
    where TEvent : class
{
    private readonly Component<TState, TEvent> component;
    private readonly ImmutableArray<Type> cases;
    private readonly ImmutableArray<Type> open;
    private readonly CandidateValues parameters;
    private readonly SortedSet<string> cut = new(StringComparer.Ordinal);

    private AutomaticEvents(Component<TState, TEvent> component, ImmutableArray<Type> cases)
    {
        this.component = component;
        this.cases = cases;
        open = [.. cases.Where(c => !NamedParameters.AreAllOf(component, c))];
        parameters = CandidateValues.From(component);
    }

    /// <summary>The cases that may be enabled with values that were not tried, as far as is known by now.</summary>
    public IEnumerable<string> Untried => open.Select(c => c.Name).Union(cut);

    /// <summary>Those of a component; null if its model marks none.</summary>
    public static AutomaticEvents<TState, TEvent>? Of(Component<TState, TEvent> component)
    {
        ImmutableArray<Type> cases = [.. EventCases.Of(typeof(TEvent)).Where(c => EventSignature.Of(c).IsAutomatic)];
        return cases.IsEmpty ? null : new(component, cases);
    }

    /// <summary>Those that are enabled in a state.</summary>
    public IEnumerable<TEvent> In(TState state)
    {
        var candidates = parameters.Copy().Add(state);
        foreach (var caseType in cases)
        {
            if (EnabledEvents.IsCut(caseType, candidates)) cut.Add(caseType.Name);
            foreach (var e in EnabledEvents.Of(component, state, caseType, candidates)) yield return e;
        }
    }
}
