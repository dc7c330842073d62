using Redis.Monitored;

[assembly: AssemblyFixture(typeof(Redis.Tests.RedisProcess))]

namespace Redis.Tests;

/// <summary>The client under its monitor talks to a real server.</summary>
// Empties the server, which the others must not notice.
[Collection("one server")]
public sealed class ConversationTests(RedisProcess server) : IAsyncLifetime
{
    private RespConnection connection = null!;

    public async ValueTask InitializeAsync()
    {
        RedisProcess.Require();
        connection = new(await server.ConnectAsync());
        await connection.CallAsync("FLUSHALL");
    }

    [Fact]
    public async Task Pipelined_commands_get_their_own_replies()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => connection.CallAsync("ECHO", $"{i}")));

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"${$"{i}".Length}\r\n{i}\r\n"), replies);
    }

    [Fact]
    public async Task Arguments_hold_any_bytes()
    {
        var value = string.Concat(Enumerable.Range(0, 256).Select(b => (char)b)) + "\r\n$9\r\n'' \\0041";
        await connection.CallAsync("SET", "key with\r\nline breaks", value);

        Assert.Equal($"${value.Length}\r\n{value}\r\n", await connection.CallAsync("GET", "key with\r\nline breaks"));
        Assert.Equal("$-1\r\n", await connection.CallAsync("GET", ""));
    }

    [Fact]
    public async Task Transaction_is_queued_and_executed()
    {
        var replies = await Task.WhenAll(
            connection.CallAsync("MULTI"), connection.CallAsync("SET", "a", "1"), connection.CallAsync("INCR", "a"), connection.CallAsync("EXEC"), connection.CallAsync("GET", "a"));

        Assert.Equal(["+OK\r\n", "+QUEUED\r\n", "+QUEUED\r\n", "*2\r\n+OK\r\n:2\r\n", "$1\r\n2\r\n"], replies);
    }

    [Fact]
    public async Task Error_replies_are_replies()
    {
        await connection.CallAsync("SET", "a", "x");

        Assert.StartsWith("-ERR", await connection.CallAsync("INCR", "a"), StringComparison.Ordinal);
        Assert.StartsWith("-ERR", await connection.CallAsync("NOSUCHCOMMAND"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriber_gets_messages_between_replies_and_is_normal_again_afterwards()
    {
        await using var publisher = new RespConnection(await server.ConnectAsync());
        await connection.CallAsync("SUBSCRIBE", "news");
        await connection.CallAsync("SUBSCRIBE", "weather");
        await publisher.CallAsync("PUBLISH", "news", "one");
        await connection.CallAsync("PING");
        await publisher.CallAsync("PUBLISH", "weather", "two");

        Assert.EndsWith("one\r\n", await connection.Messages.ReadAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.EndsWith("two\r\n", await connection.Messages.ReadAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await connection.CallAsync("UNSUBSCRIBE", "news");
        await connection.CallAsync("UNSUBSCRIBE", "weather");
        Assert.Equal("+OK\r\n", await connection.CallAsync("SET", "a", "1"));
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
    }
}
