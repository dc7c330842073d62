using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;

namespace Igloo.Endurance.Tests.Mutants;

/// <summary>Takes datagrams for others.</summary>
internal sealed class WrongObserver<TEvent>(IDatagramObserver<TEvent> right, Func<byte[], byte[]> mistaken) : IDatagramObserver<TEvent>
    where TEvent : class
{
    public int MaximumLength => right.MaximumLength;

    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out TEvent? received) => right.TryDecode(mistaken(datagram.ToArray()), from, out received);

    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out TEvent? sent) => right.TryDecodeSent(mistaken(datagram.ToArray()), to, out sent);
}
