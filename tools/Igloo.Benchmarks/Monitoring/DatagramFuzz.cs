using System.Diagnostics;
using System.Globalization;
using System.Net;
using Igloo.Monitoring;
using LeaderElection.Model;
using LeaderElection.Wire;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Random and mutated datagrams through a codec and a monitor: none may crash or hang either, or bring the model where it cannot be.</summary>
internal static class DatagramFuzz
{
    private const int Nodes = 5;

    public static string Run(int inputs, int seed)
    {
        var ring = new Ring(Nodes);
        using var monitor = PermissionMonitor.Start(new RingNode(new Node(2), ring.AddressOf(new Node(3)), ring));
        var codec = new RingCodec();
        var random = new Random(seed);
        var from = new IPEndPoint(IPAddress.Loopback, 9);
        var valid = Valid(codec);
        var buffer = new byte[64];
        var (messages, junk) = (0L, 0L);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < inputs; i++)
        {
            var datagram = Mutated(random, valid, buffer);
            if (!codec.TryDecode(datagram, from, out var received))
            {
                junk++;
                continue;
            }

            messages++;
            if (monitor.Deliver(monitor.Begin(received), received) != InputOutcome.Accepted) throw new InvalidOperationException($"{received} was not accepted (seed {seed}, input {i}: {Convert.ToHexString(datagram)}).");
        }

        return string.Create(CultureInfo.InvariantCulture, $"Fuzz, seed {seed}: {inputs:N0} datagrams, {messages:N0} messages, {junk:N0} junk, {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s, no crash\n");
    }

    private static byte[] Valid(RingCodec codec)
    {
        var bytes = new byte[RingCodec.Length];
        codec.Encode(new E.Send(Values.Address.Of(new IPEndPoint(IPAddress.Loopback, 9)), new Node(3)), bytes);
        return bytes;
    }

    // One in four is valid, one in four has a bit flipped or a part missing, the others are noise.
    private static ReadOnlySpan<byte> Mutated(Random random, byte[] valid, byte[] buffer)
    {
        var kind = random.Next(4);
        if (kind > 1)
        {
            var noise = buffer.AsSpan(0, random.Next(buffer.Length));
            random.NextBytes(noise);
            return noise;
        }

        valid.CopyTo(buffer, 0);
        if (kind == 0) return buffer.AsSpan(0, valid.Length);
        buffer[random.Next(valid.Length)] ^= (byte)(1 << random.Next(8));
        return buffer.AsSpan(0, random.Next(2) == 0 ? valid.Length : random.Next(valid.Length));
    }
}
