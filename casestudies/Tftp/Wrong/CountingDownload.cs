using System.Globalization;
using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Takes a file for complete once it is as long as the server has told, without the empty last block.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="patience">How long to wait for a packet before sending again.</param>
public sealed class CountingDownload(IPEndPoint server, Request request, TimeSpan patience) : DownloadSession(server, request, patience)
{
    private long told;

    /// <inheritdoc/>
    protected override bool IsOffered(Option option)
    {
        if (option.Name == Option.FileSize) told = long.Parse(option.Value, CultureInfo.InvariantCulture);
        return base.IsOffered(option);
    }

    /// <inheritdoc/>
    protected override bool IsLast(int length, int longest, long total) => total == told;
}
