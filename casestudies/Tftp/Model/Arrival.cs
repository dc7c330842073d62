namespace Tftp.Model;

/// <summary>A datagram that reaches the receiver of a file.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="Packet">What it says.</param>
public sealed record Arrival(Address From, Packet Packet);
