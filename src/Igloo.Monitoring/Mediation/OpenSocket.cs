using System.Net;

namespace Igloo.Monitoring.Mediation;

/// <summary>A socket that a process has open.</summary>
/// <param name="Protocol">udp or tcp.</param>
/// <param name="Local">Its own address.</param>
/// <param name="Remote">The address that it is connected to; port 0 if none.</param>
public sealed record OpenSocket(string Protocol, IPEndPoint Local, IPEndPoint Remote)
{
    /// <inheritdoc/>
    public override string ToString() => Remote.Port == 0 ? $"{Protocol} {Local}" : $"{Protocol} {Local} -> {Remote}";
}
