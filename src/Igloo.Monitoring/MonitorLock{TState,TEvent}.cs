namespace Igloo.Monitoring;

/// <summary>
/// The lock of a concurrent program: it owns the program's state together with the model's. At every release the program's state,
/// through the abstraction function, must be a state that the model may be in.
/// </summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// The run-time form of a monitor invariant of separation logic. Every event of the component happens inside it. <see cref="Held"/> cannot
/// live across an await, so it is never held while an operation waits: start a send inside and await it outside. Reports and events that are made inside
/// reach the log and the observers when it has been released.
/// <para>
/// Three limits. On an ordered transport a send that has to wait for an earlier one would happen outside, and is an
/// <see cref="InvalidOperationException"/> when its turn comes: await a send before the next one is started. Programs that deal in bytes
/// (wrapped streams, pipes, sockets) cannot receive, since nothing takes the message over inside: receive events instead. And while an outcome
/// is unknown, the program's state must be possible either way.
/// </para>
/// </remarks>
public sealed class MonitorLock<TState, TEvent>
    where TState : class
    where TEvent : class
{
    private readonly Lock entered = new();
    private readonly PermissionMonitor<TState, TEvent> monitor;
    private readonly Func<TState> abstraction;
    private int depth;
    private IDisposable? silence;

    internal MonitorLock(PermissionMonitor<TState, TEvent> monitor, Func<TState> abstraction)
    {
        this.monitor = monitor;
        this.abstraction = abstraction;
    }

    internal bool IsHeld => entered.IsHeldByCurrentThread;

    /// <summary>Waits for the lock.</summary>
    /// <returns>Releases it when disposed of.</returns>
    public Held Enter()
    {
        entered.Enter();
        if (depth++ == 0) silence = monitor.KeepSilent();
        return new Held(this);
    }

    private void Exit()
    {
        var kept = --depth == 0 ? silence : null;
        try
        {
            if (depth == 0) monitor.RequireState(abstraction());
        }
        finally
        {
            entered.Exit();
            kept?.Dispose();
        }
    }

    /// <summary>A lock that is held by this thread.</summary>
    public ref struct Held
    {
        private MonitorLock<TState, TEvent>? owner;

        internal Held(MonitorLock<TState, TEvent> owner) => this.owner = owner;

        /// <summary>Releases the lock.</summary>
        /// <exception cref="Reports.GhostViolationException">The program's state is no state that the model may be in.</exception>
        public void Dispose()
        {
            var held = owner;
            owner = null;
            held?.Exit();
        }
    }
}
