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

    /// <summary>Whether what stands in the way is the environment and not the component.</summary>
    public Func<TSystemState, bool> IsOfEnvironment { get; init; } = _ => false;
}
