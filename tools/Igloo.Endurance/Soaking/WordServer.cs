using System.Net;
using System.Net.Sockets;
using Igloo.Endurance.Fuzzing.Targets;

namespace Igloo.Endurance.Soaking;

/// <summary>A peer that answers every line with a word, over TCP on loopback; a line <c>9999999</c> with half a word and the end.</summary>
internal sealed class WordServer : IAsyncDisposable
{
    private static readonly byte[] Word = DialogueConversation.Prefixed("word");
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task accepting;

    public WordServer()
    {
        listener.Start(128);
        accepting = AcceptAsync();
    }

    public static int WordLength => Word.Length;

    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(listener.LocalEndpoint);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await listener.AcceptSocketAsync(ending.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using var peer = socket;
        peer.NoDelay = true;
        var buffer = new byte[4_096];
        var answer = new byte[buffer.Length / 2 * Word.Length];
        try
        {
            for (int count; (count = await peer.ReceiveAsync(buffer, ending.Token)) > 0;)
            {
                if (buffer.AsSpan(0, count).StartsWith("9999999"u8))
                {
                    await peer.SendAsync(Word.AsMemory(0, 6), ending.Token);
                    return;
                }

                var length = 0;
                for (var i = 0; i < count; i++)
                {
                    if (buffer[i] != (byte)'\n') continue;
                    Word.CopyTo(answer, length);
                    length += Word.Length;
                }

                for (var sent = 0; sent < length;) sent += await peer.SendAsync(answer.AsMemory(sent, length - sent), ending.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
        }
    }
}
