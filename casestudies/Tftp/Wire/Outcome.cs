namespace Tftp.Wire;

/// <summary>How a download ends.</summary>
/// <param name="File">The file; null if it is not complete.</param>
/// <param name="Failure">Why not; empty if it is.</param>
public sealed record Outcome(ReadOnlyMemory<byte>? File, string Failure);
