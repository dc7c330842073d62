using Igloo.Z3;

namespace Igloo.Proving.Logic;

/// <summary>
/// Interrupts a context when time is up or on cancellation, again and again until disposed, because Z3 may lose a request
/// that arrives before its search has begun.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Repetition = TimeSpan.FromMilliseconds(10);

    private readonly Context _context;
    private readonly CancellationToken _cancellationToken;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _watchdogHasFired;

    internal Interruption(Context context, TimeSpan watchdog, CancellationToken cancellationToken)
    {
        _context = context;
        _cancellationToken = cancellationToken;
        _timer = new Timer(static state => ((Interruption)state!).Interrupt(), this, watchdog, Repetition);
        _registration = cancellationToken.UnsafeRegister(static state => ((Interruption)state!)._timer.Change(TimeSpan.Zero, Repetition), this);
    }

    internal bool WatchdogHasFired => _watchdogHasFired;

    /// <summary>Stops, and waits for an interruption in progress.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        using var stopped = new ManualResetEvent(false);
        if (_timer.Dispose(stopped)) stopped.WaitOne();
    }

    private void Interrupt()
    {
        if (!_cancellationToken.IsCancellationRequested) _watchdogHasFired = true;
        _context.Interrupt();
    }
}
