using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Igloo.Monitoring.Datagrams;

/// <summary>
/// A receive that waits for its datagram. Used again when it is over, however many wait at once: an asynchronous method would make
/// garbage where more of them wait than there are processors.
/// </summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <typeparam name="TCase">The case that is received.</typeparam>
internal sealed class PendingReceive<TState, TEvent, TCase> : IValueTaskSource<TCase>
    where TState : class
    where TEvent : class
    where TCase : class, TEvent
{
    private const int MostSpares = 1_024;
    private static readonly Stack<PendingReceive<TState, TEvent, TCase>> Spares = [];
    private readonly Action advance;
    private ManualResetValueTaskSourceCore<TCase> completion;
    private ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter receiving;
    private DatagramReceiver<TState, TEvent>? receiver;
    private ReceiveBuffer? buffer;
    private ReceiveBuffer? spareBuffer;
    private IoCall<TEvent> call;
    private Action<TCase>? accept;
    private ReceivedBytes? bytes;
    private CancellationToken cancellation;

    private PendingReceive() => advance = Advance;

    /// <summary>Goes on until a message is accepted.</summary>
    /// <param name="receiver">Who receives.</param>
    /// <param name="receiving">The read that is under way.</param>
    /// <param name="buffer">Where to; from here on this receive's.</param>
    /// <param name="call">The permission.</param>
    /// <param name="accept">Takes the event over inside the monitor lock.</param>
    /// <param name="bytes">Where to copy the datagram, for callers that want bytes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static ValueTask<TCase> Of(
        DatagramReceiver<TState, TEvent> receiver, ValueTask<int> receiving, ReceiveBuffer buffer, in IoCall<TEvent> call, Action<TCase>? accept, ReceivedBytes? bytes, CancellationToken cancellation)
    {
        PendingReceive<TState, TEvent, TCase>? pending;
        lock (Spares)
        {
            if (!Spares.TryPop(out pending)) pending = new();
        }

        (pending.receiver, pending.buffer, pending.call, pending.accept, pending.bytes, pending.cancellation) = (receiver, buffer, call, accept, bytes, cancellation);
        // The thread's own buffer is in use from here on, so it gets another one.
        ReceivePlace.Own.Exchange(buffer, pending.spareBuffer);
        pending.spareBuffer = null;
        var result = new ValueTask<TCase>(pending, pending.completion.Version);
        if (pending.IsRead(receiving)) pending.Advance();
        return result;
    }

    TCase IValueTaskSource<TCase>.GetResult(short token)
    {
        // Whoever asks at the wrong time has not ended this receive, or another one that it has become.
        if (completion.GetStatus(token) == ValueTaskSourceStatus.Pending) throw new InvalidOperationException("The receive has not ended; await it.");
        try
        {
            return completion.GetResult(token);
        }
        finally
        {
            completion.Reset();
            lock (Spares)
            {
                if (Spares.Count < MostSpares) Spares.Push(this);
            }
        }
    }

    ValueTaskSourceStatus IValueTaskSource<TCase>.GetStatus(short token) => completion.GetStatus(token);

    void IValueTaskSource<TCase>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        completion.OnCompleted(continuation, state, token, flags);

    // If not, this receive goes on by itself, perhaps already while this method returns.
    private bool IsRead(ValueTask<int> read)
    {
        receiving = read.ConfigureAwait(false).GetAwaiter();
        if (receiving.IsCompleted) return true;
        receiving.OnCompleted(advance);
        return false;
    }

    // Whoever calls this last lets go of everything before the result is there, since the next receive may begin at once.
    private void Advance()
    {
        TCase? received = null;
        Exception? failure = null;
        try
        {
            while ((received = receiver!.Take(call, buffer!, receiving.GetResult(), accept, bytes)) is null)
            {
                if (!IsRead(receiver.Start(buffer!, cancellation))) return;
            }
        }
        catch (Exception thrown)
        {
            failure = thrown;
            receiver!.Abandon(call);
        }

        spareBuffer = buffer;
        (receiver, buffer, call, accept, bytes, cancellation, receiving) = (null, null, default, null, null, default, default);
        if (failure is null) completion.SetResult(received!);
        else completion.SetException(failure);
    }
}
