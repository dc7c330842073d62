namespace Igloo.Monitoring.Streams;

/// <summary>One frame of a stream.</summary>
/// <param name="Event">Its event; null if the bytes are junk.</param>
/// <param name="Bytes">Its bytes, valid until the next operation in the same direction.</param>
internal readonly record struct Frame<TEvent>(TEvent? Event, ReadOnlyMemory<byte> Bytes)
    where TEvent : class;
