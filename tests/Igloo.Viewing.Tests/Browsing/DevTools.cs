using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Igloo.Viewing.Tests.Browsing;

/// <summary>A connection to a browser by the Chrome DevTools Protocol.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> open = new();
    private readonly SemaphoreSlim sending = new(1);
    private Task reading = Task.CompletedTask;
    private int last;

    private DevTools()
    {
    }

    /// <summary>Is told every event: the session, the method, the parameters.</summary>
    public event Action<string?, string, JsonNode>? Happened;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, CancellationToken.None);
        tools.reading = tools.ReadAsync();
        return tools;
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    public async Task<JsonNode> AskAsync(string method, object parameters, string? session = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = open[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = JsonSerializer.SerializeToUtf8Bytes(session is null
            ? new { id, method, @params = parameters }
            : (object)new { id, method, @params = parameters, sessionId = session }, WithoutNulls);
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        // The browser answers by closing the connection.
        _ = AskAsync("Browser.close", new { });
        await reading;
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Text) Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (WebSocketException)
        {
            // The browser has ended.
        }

        foreach (var waiting in open.Values) waiting.TrySetException(new InvalidOperationException("The browser has ended."));
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && open.TryRemove((int)id, out var answer))
        {
            if (message["error"] is { } error) answer.SetException(new InvalidOperationException(error.ToJsonString()));
            else answer.SetResult(message["result"]!);
        }
        else if (message["method"] is { } method)
        {
            Happened?.Invoke((string?)message["sessionId"], (string)method!, message["params"]!);
        }
    }
}
