using System.Threading.Channels;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Calls.End.Event;

namespace Igloo.Monitoring.Tests.Racing;

/// <summary>As over TCP, over channels of messages with room for one.</summary>
public sealed class PortRaceTests : IDisposable
{
    private readonly Caller own = new(new Id(0));
    private readonly Caller other = new(new Id(1));
    private readonly Channel<int> there = Channel.CreateBounded<int>(1);
    private readonly Channel<int> back = Channel.CreateBounded<int>(1);

    /// <summary>What the other end does.</summary>
    public enum Peer
    {
        Talks,
        Stalls,
        Breaks,
        EndsItsSide,
    }

    public static TheoryData<Peer, int> Cases => [.. from peer in Enum.GetValues<Peer>() from seed in Enumerable.Range(0, 8) select (peer, seed)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Everything_ends_and_what_was_recorded_is_a_run(Peer peer, int seed)
    {
        using var port = own.Monitor.Over(new ChannelPort<int>("own", back.Reader, there.Writer), new Voice());
        var race = new Race
        {
            Say = (n, cancellation) => port.SendAsync(new E.Say(n), cancellation).AsTask(),
            Hear = async cancellation => await port.ReceiveAsync<E.Hear>(cancellation) is not null,
            Dispose = () =>
            {
                port.Dispose();
                // The transport is its owner's, who ends what is in flight on it.
                back.Writer.TryComplete(new IOException("closed"));
                there.Writer.TryComplete(new IOException("closed"));
                return Task.CompletedTask;
            },
        };

        await race.Run(seed, random => Answer(peer, random));

        Caller.AssertAccepted(isOrdered: true, own.Settle(mostStates: 2), other.Settle(mostStates: 2));
    }

    private async Task Answer(Peer peer, Random random)
    {
        using var port = other.Monitor.Over(new ChannelPort<int>("other", there.Reader, back.Writer), new Voice());
        try
        {
            for (var n = peer == Peer.Stalls ? 0 : random.Next(8); n > 0; n--)
            {
                await port.SendAsync(new E.Say(1_000 + n), Cancellation);
                if (await port.ReceiveAsync<E.Hear>(Cancellation) is null) return;
            }

            switch (peer)
            {
                case Peer.Talks:
                    while (await port.ReceiveAsync<E.Hear>(Cancellation) is not null)
                    {
                    }

                    break;
                case Peer.Breaks:
                    back.Writer.TryComplete(new IOException("broken"));
                    there.Writer.TryComplete(new IOException("broken"));
                    break;
                case Peer.EndsItsSide:
                    back.Writer.TryComplete();
                    break;
            }
        }
        catch (Exception failure) when (Race.IsExpected(failure))
        {
        }
    }
}
