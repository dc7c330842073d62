using System.Net;
using Tftp.Monitored;
using Tftp.Storage;
using Tftp.Wire;

namespace Tftp.Wrong;

/// <summary>Writes whatever it is asked to, whether or not it may.</summary>
/// <param name="client">Who asked to write.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are written.</param>
/// <param name="patience">How long to wait for a block before answering again.</param>
public sealed class OverwritingIntake(IPEndPoint client, Request request, UploadFolder folder, TimeSpan patience) : IntakeSession(client, request, folder, patience)
{
    /// <inheritdoc/>
    protected override (int Code, string Text)? Refusal(bool? exists) => null;
}
