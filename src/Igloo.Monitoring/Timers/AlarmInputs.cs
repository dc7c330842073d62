using Igloo.IoSpecs;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Timers;

/// <summary>Makes inputs of a component of clocks that ring: permission first, then the event, then the program.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <typeparam name="TKey">What distinguishes the clocks.</typeparam>
/// <param name="monitor">The monitor.</param>
/// <param name="alarms">The clocks.</param>
/// <param name="channel">For reports.</param>
/// <param name="eventOf">The event of a clock that has rung.</param>
/// <param name="happened">Told of each clock whose event has happened, under the lock of the clocks.</param>
internal sealed class AlarmInputs<TState, TEvent, TKey>(
    PermissionMonitor<TState, TEvent> monitor, Alarms<TKey> alarms, string channel, Func<TKey, TEvent> eventOf, Action<TKey>? happened = null)
    where TState : class
    where TEvent : class
    where TKey : notnull
{
    public async ValueTask<TCase> NextAsync<TCase>(Action<TCase>? accept, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        EventPlan<TEvent>? last = null;
        if (monitor.FindPlan(typeof(TCase), ref last) is not { HasInputs: true, Sample: { } sample } plan) throw new ArgumentException($"{typeof(TCase).Name} is no case with inputs.");
        monitor.RequireAcceptance(accept is not null);
        var call = monitor.Begin(plan, sample, channel);
        var isAnswered = false;
        try
        {
            while (true)
            {
                if (Take(call, accept) is { } e)
                {
                    isAnswered = true;
                    return e;
                }

                await alarms.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!isAnswered)
            {
                monitor.Abandon(call);
                alarms.Wake();
            }
        }
    }

    // The program's lock is taken before that of the clocks, as it is by a program that sets one.
    private TCase? Take<TCase>(in IoCall<TEvent> call, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        using var silence = monitor.KeepSilent();
        if (monitor.Gate is not { } gate) return TakeInside(call, accept);
        using var held = gate.Enter();
        return TakeInside(call, accept);
    }

    private TCase? TakeInside<TCase>(in IoCall<TEvent> call, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        TCase? taken = null;
        lock (alarms.Door)
        {
            while (taken is null && alarms.TryPeek(out var key))
            {
                var e = eventOf(key!) as TCase ?? throw new InvalidOperationException($"{EventText.Short(eventOf(key!))} is no {typeof(TCase).Name}.");
                // An event that cannot be recorded has not happened, and is tried again.
                if (monitor.Deliver(call, e) == InputOutcome.Accepted)
                {
                    taken = e;
                    happened?.Invoke(key!);
                }

                alarms.Clear(key!);
            }
        }

        if (taken is not null) accept?.Invoke(taken);
        return taken;
    }
}
