namespace Tftp.Model;

/// <summary>A datagram that reaches a client.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="Packet">What it says.</param>
public sealed record Arrival(Address From, Packet Packet);
