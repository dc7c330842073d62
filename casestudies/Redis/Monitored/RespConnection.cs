using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Igloo.Monitoring;
using Igloo.Monitoring.Streams;
using Redis.Model;
using Redis.Wire;

namespace Redis.Monitored;

/// <summary>The same client under a monitor.</summary>
public class RespConnection : IAsyncDisposable
{
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private readonly LinkedList<TaskCompletionSource<string>> pending = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly StringBuilder reply = new();
    private readonly byte[] buffer = new byte[4096];
    private readonly PermissionMonitor<RedisClient.State, RedisClient.Event> monitor = PermissionMonitor.Start(new RedisClient());
    private readonly Stream stream;
    private int asked;
    private int position;
    private int length;

    /// <summary>A connection to a server.</summary>
    /// <param name="client">The socket, connected.</param>
    public RespConnection(TcpClient client)
    {
        stream = monitor.Wrap(client.GetStream(), RedisProtocol.Instance);
        Reading = ReadAsync();
    }

    /// <summary>Ends with the connection, and fails with what ended it.</summary>
    public Task Reading { get; }

    /// <summary>Messages that were published on channels that are subscribed to.</summary>
    public ChannelReader<string> Messages => messages.Reader;

    /// <summary>Sends a command.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The bytes of the reply.</returns>
    public async Task<string> CallAsync(params string[] arguments)
    {
        await sending.WaitAsync();
        var completion = new TaskCompletionSource<string>(asked++, TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            monitor.Perform(new RedisClient.Event.Ask(CommandText.Command(arguments)));
            lock (pending) pending.AddLast(completion);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Format(arguments)));
        }
        finally
        {
            sending.Release();
        }

        return await completion.Task;
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        sending.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The bytes of a command.</summary>
    protected virtual string Format(string[] arguments) =>
        $"*{arguments.Length}\r\n{string.Concat(arguments.Select(a => $"${a.Length}\r\n{a}\r\n"))}";

    /// <summary>Which of the commands that wait a reply belongs to.</summary>
    protected virtual LinkedListNode<TaskCompletionSource<string>> Answered(LinkedList<TaskCompletionSource<string>> waiting) => waiting.First!;

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                reply.Clear();
                await ReadValueAsync();
                var text = reply.ToString();
                if (text.StartsWith("*3\r\n$7\r\nmessage\r\n", StringComparison.Ordinal))
                {
                    monitor.Perform(new RedisClient.Event.Publish(ReplyCodec.Reply(text)));
                    messages.Writer.TryWrite(text);
                }
                else
                {
                    LinkedListNode<TaskCompletionSource<string>> answered;
                    lock (pending) answered = Answered(pending);
                    monitor.Perform(new RedisClient.Event.Complete((int)answered.Value.Task.AsyncState!, ReplyCodec.Reply(text)));
                    lock (pending) pending.Remove(answered);
                    answered.Value.SetResult(text);
                }
            }
        }
        catch (Exception failure)
        {
            lock (pending)
            {
                foreach (var waiting in pending) waiting.TrySetException(failure);
            }

            throw;
        }
    }

    private async Task ReadValueAsync()
    {
        var start = reply.Length;
        await ReadUntilAsync(() => reply.Length > start + 2 && reply[^2] == '\r' && reply[^1] == '\n');
        var number = () => int.Parse(reply.ToString(start + 1, reply.Length - start - 3), CultureInfo.InvariantCulture);
        if (reply[start] == '$' && number() is var size and >= 0)
        {
            var end = reply.Length + size + 2;
            await ReadUntilAsync(() => reply.Length == end);
        }
        else if (reply[start] == '*')
        {
            for (var left = number(); left > 0; left--) await ReadValueAsync();
        }
    }

    private async Task ReadUntilAsync(Func<bool> isWhole)
    {
        while (!isWhole())
        {
            if (position == length) (position, length) = (0, await stream.ReadAsync(buffer));
            if (length == 0) throw new EndOfStreamException("The server closed the connection.");
            reply.Append((char)buffer[position++]);
        }
    }
}
