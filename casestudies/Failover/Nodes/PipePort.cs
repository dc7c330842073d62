using System.Threading.Channels;
using Igloo.Monitoring.Messages;

namespace Failover.Nodes;

/// <summary>Letters over the standard streams of this process: a pipe keeps the order and loses nothing while both ends live.</summary>
/// <param name="incoming">The letters that were read.</param>
/// <param name="write">Writes a line as a whole.</param>
internal sealed class PipePort(ChannelReader<Letter> incoming, Action<Line> write) : IMessagePort<Letter>
{
    public string Name => "pipe";

    public PortKind Kind => PortKind.Ordered;

    public ValueTask SendAsync(Letter message, CancellationToken cancellation)
    {
        write(new(Line.Letter, message.Peer, message.Leader));
        return default;
    }

    public async ValueTask<Arrival<Letter>> ReceiveAsync(CancellationToken cancellation)
    {
        while (await incoming.WaitToReadAsync(cancellation))
        {
            if (incoming.TryRead(out var letter)) return Arrival<Letter>.Of(letter);
        }

        return Arrival<Letter>.Ended;
    }
}
