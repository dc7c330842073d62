namespace Tftp.Model;

/// <summary>What a client that writes has sent.</summary>
/// <param name="To">Where to.</param>
/// <param name="Packet">What.</param>
public sealed record Posted(Address To, Packet Packet);
