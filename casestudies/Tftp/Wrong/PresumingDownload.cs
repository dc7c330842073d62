using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Accepts an option that it has not offered.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="patience">How long to wait for a packet before sending again.</param>
public sealed class PresumingDownload(IPEndPoint server, Request request, TimeSpan patience) : DownloadSession(server, request, patience)
{
    /// <inheritdoc/>
    protected override bool IsOffered(Option option) => true;
}
