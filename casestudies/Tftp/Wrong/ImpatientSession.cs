using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Takes any acknowledgement for the awaited one, so that a second one of an earlier block moves it on.</summary>
/// <param name="client">Who asked.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public sealed class ImpatientSession(IPEndPoint client, Request request, string folder, TimeSpan patience) : TransferSession(client, request, folder, patience)
{
    /// <inheritdoc/>
    protected override bool IsAcknowledged(int awaited, int number) => true;
}
