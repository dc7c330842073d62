using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Models;

namespace Igloo.Monitoring.Runs;

/// <summary>A composed model as a check of its runs sees it.</summary>
internal sealed class ComposedSystem<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent>
    where TSystemState : class
    where TSystemEvent : class
    where TEnvironment : class
    where TEnvironmentEvent : class
{
    private const int MostValues = 1_000;
    private const int MostInstances = 400;
    private readonly HashSet<object> seen = [];

    public ComposedSystem(EventSystem<TSystemState, TSystemEvent> model)
    {
        Model = model;
        Values = CandidateValues.From(model);
        Patterns = PartnerPatterns.Of(model);
    }

    public EventSystem<TSystemState, TSystemEvent> Model { get; }

    public required EventSystem<TEnvironment, TEnvironmentEvent> Environment { get; init; }

    public required Func<TSystemState, TEnvironment> EnvironmentState { get; init; }

    public required Func<TSystemState, TEnvironment, TSystemState> WithEnvironment { get; init; }

    public required Func<TEnvironmentEvent, TSystemEvent> Joint { get; init; }

    /// <summary>Whether an event of the environment happens without a component.</summary>
    public required Func<TEnvironmentEvent, bool> IsAlone { get; init; }

    /// <summary>Whether events are inserted that the user declares.</summary>
    public required bool HasHiddenSteps { get; init; }

    /// <summary>What χ says, from its terms; null without terms.</summary>
    public PartnerPatterns? Patterns { get; }

    /// <summary>The values that occur in the model's parameters and in the logs.</summary>
    public CandidateValues Values { get; }

    /// <summary>The cases of the environment's events that may happen without a component.</summary>
    public ImmutableArray<Type> AloneCases => Patterns is { IsComplete: true } known ? known.Alone : EventCases.Of(typeof(TEnvironmentEvent));

    public TSystemState? Next(TSystemState state, TSystemEvent e)
    {
        try
        {
            return Model.Next(state, e);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A model that fails on an event does not have it.
            return null;
        }
    }

    /// <summary>Adds values that occur.</summary>
    public void Note(IEnumerable<object> occurring)
    {
        foreach (var value in occurring)
        {
            if (seen.Count >= MostValues) return;
            if (seen.Add(value)) Values.Add(value);
        }
    }

    /// <summary>What the environment may do alone, over the values that occur.</summary>
    public IEnumerable<TSystemEvent> Alone(TSystemState state)
    {
        var candidates = Values.Copy().Add(EnvironmentState(state));
        return AloneCases.SelectMany(c => EnabledEvents.Instances(c, candidates)).Cast<TEnvironmentEvent>().Where(IsAlone).Select(Joint);
    }

    /// <summary>The events of the environment over the values that occur, and whether those are all.</summary>
    public (ImmutableArray<TSystemEvent> Events, bool IsWhole) EnvironmentEvents()
    {
        ImmutableArray<TSystemEvent> events = [.. EventCases.Of(typeof(TEnvironmentEvent)).SelectMany(c => EnabledEvents.Instances(c, Values)).Cast<TEnvironmentEvent>().Take(MostInstances + 1).Select(Joint)];
        return events.Length <= MostInstances ? (events, true) : (events[..MostInstances], false);
    }

    /// <summary>The logs of a family of its components.</summary>
    public FamilyLogs<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> Family<TIndex, TState, TEvent>(
        ComponentFamily<TSystemState, TSystemEvent, TEnvironmentEvent, TIndex, TState, TEvent> family)
        where TIndex : notnull
        where TState : class
        where TEvent : class => new(this, family);

    public string Text(TSystemEvent e) => SystemEventText.Of((IComposition)Model, e);
}
