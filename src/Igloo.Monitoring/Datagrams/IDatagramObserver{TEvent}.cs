using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Reads events off the datagrams of a program that was written without a model.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public interface IDatagramObserver<TEvent> : IDatagramDecoder<TEvent>
    where TEvent : class
{
    /// <summary>The event of sending a datagram.</summary>
    /// <param name="datagram">The bytes.</param>
    /// <param name="to">The destination.</param>
    /// <param name="sent">The event.</param>
    /// <returns>False if it is no event of the model, so that there is no permission for it.</returns>
    bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out TEvent? sent);
}
