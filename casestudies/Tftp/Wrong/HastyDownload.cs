using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Takes any block for the next one.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="patience">How long to wait for a packet before sending again.</param>
public sealed class HastyDownload(IPEndPoint server, Request request, TimeSpan patience) : DownloadSession(server, request, patience)
{
    /// <inheritdoc/>
    protected override bool IsNext(int number, int latest) => number > latest;
}
