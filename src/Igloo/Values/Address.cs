using System.Net;

namespace Igloo.Values;

/// <summary>
/// A network address. Opaque in proofs; in execution an IPv4 endpoint, or a plain number in explored instances.
/// </summary>
/// <param name="Value">The IPv4 address in the upper and the port in the lower 16 bits; below 65,536 just a number.</param>
[Sort]
public readonly record struct Address(long Value)
{
    /// <summary>The address of an IPv4 endpoint.</summary>
    /// <param name="endPoint">The endpoint.</param>
    /// <exception cref="ArgumentException">The endpoint is not IPv4.</exception>
    public static Address Of(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        Span<byte> bytes = stackalloc byte[16];
        if (!endPoint.Address.MapToIPv4().TryWriteBytes(bytes, out var written) || written != 4)
        {
            throw new ArgumentException($"{endPoint} is not an IPv4 endpoint.", nameof(endPoint));
        }

        var ip = ((long)bytes[0] << 24) | ((long)bytes[1] << 16) | ((long)bytes[2] << 8) | bytes[3];
        return new Address((ip << 16) | (long)endPoint.Port);
    }

    /// <summary>The IPv4 endpoint of this address.</summary>
    public IPEndPoint ToEndPoint()
    {
        var ip = Value >> 16;
        return new IPEndPoint(
            new IPAddress([(byte)(ip >> 24 & 255), (byte)(ip >> 16 & 255), (byte)(ip >> 8 & 255), (byte)(ip & 255)]),
            (int)(Value & 65535));
    }

    /// <inheritdoc/>
    public override string ToString() => Value < 65536 ? $"@{Value}" : ToEndPoint().ToString();
}
