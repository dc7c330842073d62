using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Between the events of a component and datagrams.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public interface IDatagramCodec<TEvent> : IDatagramDecoder<TEvent>
    where TEvent : class
{
    /// <summary>The datagram of an event with outputs. Partial: not every value has an encoding.</summary>
    /// <param name="sent">The event.</param>
    /// <param name="datagram">Where to write it, <see cref="IDatagramDecoder{TEvent}.MaximumLength"/> bytes long.</param>
    /// <returns>How long it is and where it goes.</returns>
    /// <exception cref="PreconditionViolationException">The value is out of range. No permission is consumed.</exception>
    EncodedDatagram Encode(TEvent sent, Span<byte> datagram);
}
