using System.Net.Sockets;
using Redis.Monitored;

namespace Redis.Wrong;

/// <summary>Sends commands as lines of words without a look at the words, so that a line break in an argument makes a second command.</summary>
/// <param name="client">The socket, connected.</param>
public sealed class InliningConnection(TcpClient client) : RespConnection(client)
{
    /// <inheritdoc/>
    protected override string Format(string[] arguments) => string.Join(' ', arguments) + "\r\n";
}
