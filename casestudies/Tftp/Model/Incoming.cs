namespace Tftp.Model;

/// <summary>A datagram that reaches the sender of a file.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="Answer">What it says.</param>
public sealed record Incoming(Address From, Answer Answer);
