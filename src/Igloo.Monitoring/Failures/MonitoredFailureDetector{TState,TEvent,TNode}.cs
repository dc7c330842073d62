using System.Collections.Immutable;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Timers;

namespace Igloo.Monitoring.Failures;

/// <summary>A failure detector over heartbeats: a participant that is silent for too long is suspected, once and for good.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <typeparam name="TNode">The participants.</typeparam>
/// <remarks>
/// Heartbeats travel as the program likes, past the model: they are the detector's own. That every suspicion is right is an assumption about timing that
/// no monitor can check. That it was wrong can be seen now and then, when a suspect is heard: that is reported, as the end of what the model can promise.
/// </remarks>
public sealed class MonitoredFailureDetector<TState, TEvent, TNode> : IDisposable
    where TState : class
    where TEvent : class
    where TNode : notnull
{
    private readonly ImmutableHashSet<TNode> watched;
    private readonly TimeSpan silence;
    private readonly Alarms<TNode> alarms;
    private readonly AlarmInputs<TState, TEvent, TNode> inputs;
    private readonly HashSet<TNode> suspected = [];

    internal MonitoredFailureDetector(PermissionMonitor<TState, TEvent> monitor, ImmutableHashSet<TNode> watched, TimeSpan silence, Func<TNode, TEvent> eventOf)
    {
        Monitor = monitor;
        this.watched = watched;
        this.silence = silence;
        alarms = new(monitor.Clock);
        inputs = new(monitor, alarms, "failure detector", eventOf, node => suspected.Add(node));
        foreach (var node in watched) alarms.Set(node, silence);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <summary>A heartbeat, or any other sign of life, has come from a participant.</summary>
    /// <param name="node">The participant. One that is not watched is ignored.</param>
    public void Heard(TNode node)
    {
        if (!watched.Contains(node)) return;
        bool isSuspected;
        lock (alarms.Door)
        {
            isSuspected = suspected.Contains(node);
            if (!isSuspected) alarms.Set(node, silence);
        }

        if (isSuspected) Monitor.Tell(new MonitorReport.AssumptionNotMet(Monitor.Clock.GetUtcNow(), $"{node} was suspected to have crashed, and was heard"));
    }

    /// <summary>Waits for a suspicion, if one is permitted. The permission is reserved meanwhile, and the event recorded before the program gets it.</summary>
    /// <typeparam name="TCase">The case of the event, on the operation <see cref="Components.FailureDetector.Suspect{TNode}"/>.</typeparam>
    /// <param name="cancellation">Ends the wait: no event, the permission is kept, and the suspicion is told by the next call.</param>
    /// <exception cref="PermissionViolationException">A suspicion is not permitted.</exception>
    /// <exception cref="IOException">The suspicion cannot be recorded: it has not happened, and is told by the next call unless the participant is heard before.</exception>
    /// <exception cref="ObjectDisposedException">The detector has been disposed of.</exception>
    public ValueTask<TCase> SuspectAsync<TCase>(CancellationToken cancellation = default)
        where TCase : class, TEvent => inputs.NextAsync<TCase>(accept: null, cancellation);

    /// <summary>As the other, for a component with a monitor lock: the event is taken over inside the lock.</summary>
    /// <typeparam name="TCase">The case of the event.</typeparam>
    /// <param name="accept">Brings the program's state to that of the model after the event. Must not wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<TCase> SuspectAsync<TCase>(Action<TCase> accept, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(accept);
        return inputs.NextAsync(accept, cancellation);
    }

    /// <summary>Makes this participant's own heartbeats until it is cancelled, the first at once.</summary>
    /// <param name="beat">Sends a heartbeat to all others. Its failures end the heartbeats, as a crash would.</param>
    /// <param name="period">How often; a fraction of the silence that the others allow.</param>
    /// <param name="cancellation">Ends them.</param>
    public async Task BeatAsync(Func<CancellationToken, ValueTask> beat, TimeSpan period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(beat);
        using var timer = new PeriodicTimer(period, Monitor.Clock);
        do
        {
            await beat(cancellation).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Watches nobody any more. The monitor goes on.</summary>
    public void Dispose() => alarms.Dispose();
}
