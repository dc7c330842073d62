using System.Threading.Channels;

namespace Igloo.Monitoring.Messages;

/// <summary>Messages over the channels of this process, in order.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <param name="name">For reports.</param>
/// <param name="incoming">Where messages come from.</param>
/// <param name="outgoing">Where messages go.</param>
public sealed class ChannelPort<TMessage>(string name, ChannelReader<TMessage> incoming, ChannelWriter<TMessage> outgoing) : IMessagePort<TMessage>
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public PortKind Kind => PortKind.Ordered;

    /// <inheritdoc/>
    public ValueTask SendAsync(TMessage message, CancellationToken cancellation) => outgoing.WriteAsync(message, cancellation);

    /// <inheritdoc/>
    public async ValueTask<Arrival<TMessage>> ReceiveAsync(CancellationToken cancellation)
    {
        while (await incoming.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            if (incoming.TryRead(out var message)) return Arrival<TMessage>.Of(message);
        }

        return Arrival<TMessage>.Ended;
    }
}
