namespace Tftp.Model;

/// <summary>A datagram that reaches the server.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of an acknowledged block; 0 for the rest.</param>
public sealed record Incoming(Address From, AnswerKind Kind, int Number);
