using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Timers;

/// <summary>The timers of a component, each operation under its permissions, over the clock of the monitor.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <typeparam name="TTimer">What distinguishes the timers.</typeparam>
/// <remarks>
/// <para>
/// They behave as <see cref="Environments.Timers{TNode, TTimer}"/> says, whoever calls from which thread: a timer expires only while it runs,
/// at most once for each start, and not after it was cancelled or before it is due again; one that has expired and was not taken yet still counts as running.
/// How much time passes is no matter of the model.
/// </para>
/// <para>Reports and observers are called after the timers have been released, so that a log may take its time.</para>
/// </remarks>
public sealed class MonitoredTimers<TState, TEvent, TTimer> : IDisposable
    where TState : class
    where TEvent : class
    where TTimer : notnull
{
    private const string Channel = "timers";
    private readonly Alarms<TTimer> alarms;
    private readonly AlarmInputs<TState, TEvent, TTimer> inputs;

    internal MonitoredTimers(PermissionMonitor<TState, TEvent> monitor, Func<TTimer, TEvent> expired)
    {
        Monitor = monitor;
        alarms = new(monitor.Clock);
        inputs = new(monitor, alarms, Channel, expired);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <summary>Starts a timer, or starts it again.</summary>
    /// <param name="e">The event, on the operation <see cref="LocalTimer.Start{TTimer}"/>.</param>
    /// <param name="after">When it expires, from now.</param>
    /// <exception cref="PermissionViolationException">It is not permitted. No timer was started.</exception>
    /// <exception cref="ArgumentException">The event is on another operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or too long for the clock. The permission is back.</exception>
    public void Start(TEvent e, TimeSpan after)
    {
        var timer = TimerOf(e, typeof(LocalTimer.Start<TTimer>));
        Perform(e, () =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
            alarms.Set(timer, after);
        });
    }

    /// <summary>Cancels a timer, running or not. It does not expire any more.</summary>
    /// <param name="e">The event, on the operation <see cref="LocalTimer.Cancel{TTimer}"/>.</param>
    /// <exception cref="PermissionViolationException">It is not permitted. The timer goes on.</exception>
    /// <exception cref="ArgumentException">The event is on another operation.</exception>
    public void Cancel(TEvent e)
    {
        var timer = TimerOf(e, typeof(LocalTimer.Cancel<TTimer>));
        Perform(e, () => alarms.Clear(timer));
    }

    /// <summary>Waits until a timer expires, if that is permitted. The permission is reserved meanwhile, and the event recorded before the program gets it.</summary>
    /// <typeparam name="TCase">The case of the event, on the operation <see cref="LocalTimer.Expire{TTimer}"/>.</typeparam>
    /// <param name="cancellation">Ends the wait: no event, the permission is kept, and what has expired is told by the next call.</param>
    /// <exception cref="PermissionViolationException">It is not permitted that a timer expires.</exception>
    /// <exception cref="ObjectDisposedException">The timers have been disposed of.</exception>
    public ValueTask<TCase> ExpireAsync<TCase>(CancellationToken cancellation = default)
        where TCase : class, TEvent => inputs.NextAsync<TCase>(accept: null, cancellation);

    /// <summary>As the other, for a component with a monitor lock: the event is taken over inside the lock.</summary>
    /// <typeparam name="TCase">The case of the event.</typeparam>
    /// <param name="accept">Brings the program's state to that of the model after the event. Must not wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<TCase> ExpireAsync<TCase>(Action<TCase> accept, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(accept);
        return inputs.NextAsync(accept, cancellation);
    }

    /// <summary>Stops all timers: none expires any more. The monitor goes on.</summary>
    public void Dispose() => alarms.Dispose();

    private TTimer TimerOf(TEvent e, Type operation)
    {
        var signature = Monitor.PlanOf(e).Signature;
        if (signature.Operation?.GetType() != operation) throw new ArgumentException($"{EventText.Short(e)} is on {signature.Operation?.Name ?? "no operation"}, not on one of {operation.Name.Split('`')[0]}.", nameof(e));
        return (TTimer)signature.OutputOf(e);
    }

    // The event and what it does are one step, so that none of another thread comes between.
    private void Perform(TEvent e, Action act)
    {
        using var silence = Monitor.KeepSilent();
        lock (alarms.Door)
        {
            var call = Monitor.Begin(e, Channel);
            if (call.IsDropped) return;
            try
            {
                act();
            }
            catch
            {
                Monitor.Fail(call, isCertainlyUnsent: true);
                throw;
            }

            Monitor.Succeed(call);
        }
    }
}
