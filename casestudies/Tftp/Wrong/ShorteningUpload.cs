using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Takes a file whose last block would be empty for transferred without it.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="file">The bytes to transfer.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public sealed class ShorteningUpload(IPEndPoint server, Request request, ReadOnlyMemory<byte> file, TimeSpan patience) : UploadSession(server, request, file, patience)
{
    /// <inheritdoc/>
    protected override int LastBlock(int fileLength, int length) => (fileLength + length - 1) / length;
}
