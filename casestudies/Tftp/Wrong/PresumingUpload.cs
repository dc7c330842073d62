using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Goes along with an option that it has not offered.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="file">The bytes to transfer.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public sealed class PresumingUpload(IPEndPoint server, Request request, ReadOnlyMemory<byte> file, TimeSpan patience) : UploadSession(server, request, file, patience)
{
    /// <inheritdoc/>
    protected override bool IsOffered(Option option) => true;
}
