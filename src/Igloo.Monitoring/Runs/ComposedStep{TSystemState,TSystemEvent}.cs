using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>An event of one log, or a state that the log names, seen from the composed model.</summary>
/// <param name="At">When: guides the search.</param>
/// <param name="IsCertain">Whether it is known to have happened.</param>
/// <param name="Explanations">The events of the composed model that it may be part of.</param>
/// <param name="Text">The event with its place in the log.</param>
/// <param name="Why">Why it cannot happen in a state of the composed model.</param>
internal sealed record ComposedStep<TSystemState, TSystemEvent>(
    DateTimeOffset At, bool IsCertain, ImmutableArray<TSystemEvent> Explanations, Func<string> Text, Func<TSystemState, LogMismatch> Why)
{
    /// <summary>For a state that the log names: whether the component is in it. Null for events.</summary>
    public Func<TSystemState, bool>? Holds { get; init; }

    /// <summary>Whether it concerns nobody but its component: an internal event, or a state.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Where automatic events of its component lead, nowhere first; null if it has none.</summary>
    /// <remarks>Nobody else is concerned by them, so it is enough to look at them where the component's own log goes on.</remarks>
    public Func<TSystemState, IReadOnlyList<HiddenWay<TSystemState, TSystemEvent>>>? Hidden { get; init; }

    /// <summary>Whether what stands in the way is the environment and not the component.</summary>
    public Func<TSystemState, bool> IsOfEnvironment { get; init; } = _ => false;

    /// <summary>The states in which it may happen, for one in which the search is.</summary>
    public IReadOnlyList<HiddenWay<TSystemState, TSystemEvent>> Ways(TSystemState state) => Hidden?.Invoke(state) ?? [new([], state)];
}
