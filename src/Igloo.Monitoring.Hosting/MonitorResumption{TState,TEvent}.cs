using Igloo.Monitoring.Recovery;

namespace Igloo.Monitoring.Hosting;

/// <summary>Where a monitor goes on after a restart of its program.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <param name="Snapshot">What was known at the end of the earlier run: stored with the program's own state, or read by <see cref="DurableLog"/>.</param>
/// <param name="Recovered">The model state that the program's own state stands for.</param>
/// <param name="Recovery">The internal event of the model by which the component recovers, if it has lost something.</param>
public sealed record MonitorResumption<TState, TEvent>(MonitorSnapshot Snapshot, TState Recovered, TEvent? Recovery = null)
    where TState : class
    where TEvent : class;
