using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Takes a file whose last block would be empty for complete without it.</summary>
/// <param name="client">Who asked.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public sealed class ShorteningSession(IPEndPoint client, Request request, string folder, TimeSpan patience) : TransferSession(client, request, folder, patience)
{
    /// <inheritdoc/>
    protected override int LastBlock(int fileLength, int length) => (fileLength + length - 1) / length;
}
