using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Where automatic events of a component lead.</summary>
/// <param name="Events">The events, in their order.</param>
/// <param name="State">The state after them.</param>
internal sealed record HiddenWay<TSystemState, TSystemEvent>(ImmutableArray<TSystemEvent> Events, TSystemState State);
