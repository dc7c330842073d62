using System.Net;

namespace Igloo.Monitoring.Datagrams;

/// <summary>What a codec made of an event.</summary>
/// <param name="Length">The length in bytes.</param>
/// <param name="To">The destination. Return the same object for the same destination where garbage matters.</param>
public readonly record struct EncodedDatagram(int Length, IPEndPoint To);
