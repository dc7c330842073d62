namespace Igloo.Testing.Randomness;

/// <summary>Where the datagrams of a check come from.</summary>
internal interface IDatagramSource<TSent>
    where TSent : class
{
    /// <summary>The next datagram with its event; no event where there is none. A law that is broken is a text.</summary>
    string? Next(Random random, out TSent? sent, out byte[] datagram);

    /// <summary>The event that bytes are sent as, where that is observed.</summary>
    string? Observe(byte[] datagram, out TSent? sent);
}
