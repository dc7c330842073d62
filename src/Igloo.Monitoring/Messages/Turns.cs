using System.Diagnostics.CodeAnalysis;

namespace Igloo.Monitoring.Messages;

/// <summary>One operation at a time, in the order of asking, until one of them ends all later ones.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing; disposed of, it would leave waiters hanging.")]
internal sealed class Turns(string name)
{
    private readonly SemaphoreSlim free = new(1, 1);
    private Exception? reason;

    public async ValueTask EnterAsync(CancellationToken cancellation)
    {
        RequireOpen();
        if (!free.Wait(0, CancellationToken.None)) await free.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            RequireOpen();
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public void Exit() => free.Release();

    /// <summary>Ends all later ones; those that wait are told when it is their turn.</summary>
    /// <param name="cause">The failure, or null for a disposal.</param>
    public void End(Exception? cause) => Interlocked.CompareExchange(ref reason, cause ?? new ObjectDisposedException(name), null);

    private void RequireOpen()
    {
        switch (Volatile.Read(ref reason))
        {
            case null: return;
            case ObjectDisposedException: throw new ObjectDisposedException(name);
            case var cause: throw new IOException($"{name} has ended: {cause.Message}", cause);
        }
    }
}
