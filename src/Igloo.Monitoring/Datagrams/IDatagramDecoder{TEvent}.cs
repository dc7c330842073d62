using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Igloo.Monitoring.Datagrams;

/// <summary>The received half of a codec: from datagrams to events.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>Called by several threads at once; keep it without state.</remarks>
public interface IDatagramDecoder<TEvent>
    where TEvent : class
{
    /// <summary>The length of the longest message in bytes. Longer datagrams are junk.</summary>
    int MaximumLength { get; }

    /// <summary>The event of receiving a datagram. Total: every sequence of bytes is an event or junk.</summary>
    /// <param name="datagram">The bytes.</param>
    /// <param name="from">The sender.</param>
    /// <param name="received">The event.</param>
    /// <returns>False if the datagram is junk.</returns>
    bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out TEvent? received);
}
