using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Takes any acknowledgement for the awaited one, so that a second one of an earlier block moves it on.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="file">The bytes to transfer.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public sealed class ImpatientUpload(IPEndPoint server, Request request, ReadOnlyMemory<byte> file, TimeSpan patience) : UploadSession(server, request, file, patience)
{
    /// <inheritdoc/>
    protected override bool IsAcknowledged(int awaited, int number) => true;
}
