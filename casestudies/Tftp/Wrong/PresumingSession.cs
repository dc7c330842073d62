using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Uses an option that was not offered.</summary>
/// <param name="client">Who asked.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public sealed class PresumingSession(IPEndPoint client, Request request, string folder, TimeSpan patience) : TransferSession(client, request, folder, patience)
{
    /// <inheritdoc/>
    protected override IEnumerable<Option> Accept(int fileLength) => [new(Option.FileSize, $"{fileLength}")];
}
