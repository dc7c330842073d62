using System.Buffers;
using System.Net;
using Igloo.Monitoring.Datagrams;

namespace Igloo.Testing.Randomness;

/// <summary>One random case of the law of datagrams after the other.</summary>
internal sealed class DatagramCase<TSent, TReceived>(
    IDatagramSource<TSent> source, IDatagramDecoder<TReceived> receiver, Func<TSent, IPEndPoint, TReceived> arrives, CodecLawOptions options, CodecWatch watch)
    where TSent : class
    where TReceived : class
{
    private static readonly IPEndPoint From = new(IPAddress.Loopback, 40_000);
    private long frames;
    private long unencodable;
    private long messages;
    private long junk;

    public CodecLawReport Report => new(frames, unencodable, messages, junk, Incomplete: 0);

    /// <summary>What is broken, or null.</summary>
    public string? Broken(Random random)
    {
        if (source.Next(random, out var sent, out var datagram) is { } failure) return failure;
        if (sent is null) unencodable++;
        else if (Arrival(sent, datagram) is { } lost) return lost;
        else frames++;
        return Total(Input(datagram, random));
    }

    private string? Arrival(TSent sent, byte[] datagram)
    {
        watch.Begin("the arrival of", sent);
        var expected = arrives(sent, From);
        watch.End();
        if (datagram.Length > receiver.MaximumLength) return $"{sent} is sent as {datagram.Length} bytes, junk to the receiver, whose MaximumLength is {receiver.MaximumLength}.";
        if (Decode(datagram, out var received) is { } failure) return failure;
        return Equals(received, expected) ? null : $"{sent} is sent as {Hex(datagram)} and arrives as {(received is null ? "junk" : received)}, not as {expected}.";
    }

    // Whatever is taken for an event by the one is taken for it by the other, too.
    private string? Total(byte[] input)
    {
        if (Decode(input, out var received) is { } failure) return failure;
        if (Decode(input, out var again) is { } otherFailure) return otherFailure;
        if (!Equals(received, again)) return $"{Hex(input)} decodes to {received}, and then to {again}.";
        if (received is null) junk++;
        else messages++;
        if (source.Observe(input, out var sent) is { } unread) return unread;
        return sent is null ? null : Arrival(sent, input);
    }

    private byte[] Input(byte[] datagram, Random random)
    {
        if (datagram.Length > 0 && random.Next(3) > 0) return Chunks.Mutate(datagram, random);
        var bytes = new byte[random.Next(options.LongestInput + 1)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string? Decode(byte[] bytes, out TReceived? received)
    {
        received = null;
        try
        {
            watch.Begin("decoding", new ReadOnlySequence<byte>(bytes));
            if (!receiver.TryDecode(bytes, From, out received)) received = null;
            else if (received is null) return $"{Hex(bytes)} is said to be an event, and none is given.";
            return null;
        }
        catch (Exception failure)
        {
            return $"decoding {Hex(bytes)} failed with {failure.GetType().Name} ({failure.Message}); decoding is total.";
        }
        finally
        {
            watch.End();
        }
    }

    private static string Hex(byte[] bytes) => bytes.Length == 0 ? "(no bytes)" : Convert.ToHexString(bytes);
}
