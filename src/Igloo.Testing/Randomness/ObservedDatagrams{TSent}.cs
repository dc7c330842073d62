using System.Buffers;
using System.Net;
using Igloo.Monitoring.Datagrams;

namespace Igloo.Testing.Randomness;

/// <summary>Datagrams of a program, and the events that an observer reads off them.</summary>
internal sealed class ObservedDatagrams<TSent>(IDatagramObserver<TSent> observer, Func<Random, byte[]> generate, CodecWatch watch) : IDatagramSource<TSent>
    where TSent : class
{
    private static readonly IPEndPoint To = new(IPAddress.Loopback, 40_001);

    public string? Next(Random random, out TSent? sent, out byte[] datagram)
    {
        watch.Begin("generating a datagram", null);
        datagram = generate(random);
        watch.End();
        return Observe(datagram, out sent);
    }

    public string? Observe(byte[] datagram, out TSent? sent)
    {
        sent = null;
        try
        {
            watch.Begin("reading the sent", new ReadOnlySequence<byte>(datagram));
            if (!observer.TryDecodeSent(datagram, To, out sent)) sent = null;
            else if (sent is null) return $"{Convert.ToHexString(datagram)} is said to be sent as an event, and none is given.";
            return null;
        }
        catch (Exception failure)
        {
            return $"reading the sent {Convert.ToHexString(datagram)} failed with {failure.GetType().Name} ({failure.Message}); decoding is total.";
        }
        finally
        {
            watch.End();
        }
    }
}
