using System.Net.Sockets;
using Igloo.Monitoring.Reports;
using Redis.Monitored;
using Redis.Wrong;

namespace Redis.Tests;

/// <summary>Clients that do what their model does not allow, at a real server: refused at the first wrong step.</summary>
[Collection("one server")]
public sealed class MisconductTests(RedisProcess server)
{
    [Fact]
    public async Task Reply_matched_to_the_newest_command_is_refused_at_that_reply()
    {
        await using var connection = await Connect(client => new HastyConnection(client));
        Assert.Equal("+PONG\r\n", await connection.CallAsync("PING"));

        // The first reply comes after the second command was sent.
        var first = connection.CallAsync("BLPOP", "queue", "1");
        var second = connection.CallAsync("ECHO", "two");

        var refusal = await Assert.ThrowsAsync<GhostViolationException>(() => second);
        await Assert.ThrowsAsync<GhostViolationException>(() => first);
        Assert.StartsWith("Complete(Number: 2", refusal.Violation.Attempted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_break_in_an_argument_never_reaches_the_server()
    {
        await using var witness = await Connect(client => new RespConnection(client));
        await witness.CallAsync("SET", "kept", "1");
        await using var connection = await Connect(client => new InliningConnection(client));
        Assert.Equal("+OK\r\n", await connection.CallAsync("SET", "a", "honest"));

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(() => connection.CallAsync("SET", "a", "b\r\nFLUSHALL"));

        Assert.Equal("Send(Command: SET a b)", refusal.Violation.Attempted);
        Assert.Equal("$1\r\n1\r\n", await witness.CallAsync("GET", "kept"));
        Assert.Equal("$6\r\nhonest\r\n", await witness.CallAsync("GET", "a"));
    }

    [Theory]
    [InlineData("GET a", "SUBSCRIBE c")]
    [InlineData("MULTI", "SUBSCRIBE c")]
    [InlineData("MULTI", "MULTI")]
    [InlineData("SUBSCRIBE c", "MULTI")]
    [InlineData("WATCH a", "MULTI")]
    [InlineData("EXEC", "PING")]
    [InlineData("DISCARD", "SET a 1")]
    public async Task Command_outside_the_mode_never_reaches_the_server(string refused, string before)
    {
        await using var connection = await Connect(client => new RespConnection(client));
        await connection.CallAsync(before.Split(' '));

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(() => connection.CallAsync(refused.Split(' ')));

        Assert.Equal($"Send(Command: {refused})", refusal.Violation.Attempted);
    }

    private async Task<T> Connect<T>(Func<TcpClient, T> open)
    {
        RedisProcess.Require();
        return open(await server.ConnectAsync());
    }
}
