using System.Net;
using Tftp.Monitored;
using Tftp.Storage;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Uses an option that was not offered.</summary>
/// <param name="client">Who asked to write.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are written.</param>
/// <param name="patience">How long to wait for a block before answering again.</param>
public sealed class PresumingIntake(IPEndPoint client, Request request, UploadFolder folder, TimeSpan patience) : IntakeSession(client, request, folder, patience)
{
    /// <inheritdoc/>
    protected override IEnumerable<Option> Accept() => [new(Option.BlockSize, "1024")];
}
