using System.Collections.Immutable;

namespace LeaderElection.Links;

/// <summary>What a link does with each datagram: the same seed, the same decisions.</summary>
/// <param name="faults">The rates.</param>
/// <param name="seed">The seed.</param>
/// <remarks>Not safe for use by several threads.</remarks>
public sealed class FaultPlan(LinkFaults faults, int seed)
{
    // Longer than the resend interval of the programs, so that a datagram held back is overtaken.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(60);

    private readonly Random random = new(seed);

    /// <summary>Decides about the next datagram.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <returns>What arrives, and after which delays: nothing, one or two copies.</returns>
    public ImmutableArray<(ReadOnlyMemory<byte> Bytes, TimeSpan Delay)> Decide(ReadOnlyMemory<byte> datagram)
    {
        // Always the same number of draws for the first decisions, so that a rate does not shift those of the others.
        var (isLost, isDoubled) = (Draw(faults.Loss), Draw(faults.Duplication));
        if (isLost) return [];
        return isDoubled ? [Copy(datagram), Copy(datagram)] : [Copy(datagram)];
    }

    private (ReadOnlyMemory<byte> Bytes, TimeSpan Delay) Copy(ReadOnlyMemory<byte> datagram)
    {
        var delay = faults.Delay * random.NextDouble();
        if (Draw(faults.Reordering)) delay += LongestHold * (0.5 + (random.NextDouble() / 2));
        return (Draw(faults.Corruption) ? Corrupted(datagram.Span) : datagram, delay);
    }

    private byte[] Corrupted(ReadOnlySpan<byte> datagram)
    {
        if (datagram.IsEmpty) return [(byte)random.Next(256)];
        if (random.Next(3) == 0) return datagram[..random.Next(datagram.Length)].ToArray();
        var bytes = datagram.ToArray();
        bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        return bytes;
    }

    private bool Draw(double probability) => random.NextDouble() < probability;
}
