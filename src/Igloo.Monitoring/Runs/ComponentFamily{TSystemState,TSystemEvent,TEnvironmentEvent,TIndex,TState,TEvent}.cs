using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>Where a family of components stands in a composed model.</summary>
internal sealed record ComponentFamily<TSystemState, TSystemEvent, TEnvironmentEvent, TIndex, TState, TEvent>
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    public required Func<TIndex, Component<TState, TEvent>> Component { get; init; }

    public required Func<TSystemState, TIndex, TState> LocalState { get; init; }

    public required Func<TSystemState, TIndex, TState, TSystemState> WithLocal { get; init; }

    public required Func<TIndex, TEvent, TSystemEvent> Internal { get; init; }

    /// <summary>χ, as far as it names components of this family.</summary>
    public required Func<TEnvironmentEvent, (TIndex Component, TEvent Event)?> PartnerOf { get; init; }

    /// <summary>What the user declares, or null.</summary>
    public required Func<TIndex, TEvent, IEnumerable<TEnvironmentEvent>>? Partners { get; init; }

    /// <summary>The automatic events that the user declares, or null.</summary>
    public required Func<TIndex, TState, IEnumerable<TEvent>>? Automatic { get; init; }

    public bool IsPartner(TEnvironmentEvent e, TIndex index, TEvent own) => PartnerOf(e) is { } partner && partner.Component.Equals(index) && partner.Event.Equals(own);
}
