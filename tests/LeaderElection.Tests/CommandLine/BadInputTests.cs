using System.Net;
using System.Net.Sockets;
using LeaderElection.CommandLine;

namespace LeaderElection.Tests.CommandLine;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("--nodes is '0', but must be from 1 to 64. See --help.", "--nodes", "0")]
    [InlineData("--nodes is '-3', but must be from 1 to 64. See --help.", "--nodes", "-3")]
    [InlineData("--nodes is 'five', but must be from 1 to 64. See --help.", "cluster", "--nodes", "five")]
    [InlineData("--loss is '1.5', but must be from 0 to 1. See --help.", "--loss", "1.5")]
    [InlineData("--loss is 'NaN', but must be from 0 to 1. See --help.", "--loss", "NaN")]
    [InlineData("--fault is 'lie', but must be one of: early-leader, false-claim, forge, own-socket, wrong-successor. See --help.", "--fault", "lie")]
    [InlineData("--program is 'fast', but must be one of: concurrent, sequential. See --help.", "--program", "fast")]
    [InlineData("Unrecognized command or argument '--noise'. See --help.", "--noise")]
    [InlineData("Option '--id' is required. See --help.", "node")]
    [InlineData("A node that is alone is its own successor: this fault needs --nodes 2 or more.", "--nodes", "1", "--fault", "wrong-successor")]
    public async Task Command_line_is_refused_in_one_line(string message, params string[] arguments) =>
        Assert.Equal((3, message), await RunAsync("", arguments));

    [Fact]
    public async Task Node_is_refused_when_its_configuration_does_not_exist()
    {
        var (exitCode, message) = await RunAsync("", "node", "--id", "1", "--configuration", "/does/not/exist.json");

        Assert.Equal(3, exitCode);
        Assert.StartsWith("Node 1: the configuration cannot be read: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_is_refused_when_its_port_is_in_use()
    {
        using var other = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $$"""{"nodes": [{"id": 1, "listens": "{{other.Client.LocalEndPoint}}"}]}""", TestContext.Current.CancellationToken);

        var (exitCode, message) = await RunAsync("", "node", "--id", "1", "--configuration", file);

        File.Delete(file);
        Assert.Equal((3, $"Node 1: {other.Client.LocalEndPoint} is in use by another process."), (exitCode, message));
    }

    [Fact]
    public async Task Node_is_refused_when_its_launcher_sends_nonsense()
    {
        var (exitCode, message) = await RunAsync("nonsense\n", "node", "--id", "1");

        Assert.Equal(3, exitCode);
        Assert.StartsWith("Node 1: standard input is no configuration of a ring: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_is_refused_when_it_is_not_in_the_ring() =>
        Assert.Equal(
            (3, "Node 1: it is not in the ring 2 -> 2."),
            await RunAsync("""{"nodes": [{"id": 2, "listens": "127.0.0.1:9001"}]}""", "node", "--id", "1"));

    [Fact]
    public async Task Node_ends_when_its_launcher_is_gone() => Assert.Equal((0, ""), await RunAsync("", "node", "--id", "1"));

    private static async Task<(int ExitCode, string Message)> RunAsync(string input, params string[] arguments)
    {
        using var error = new StringWriter();
        var exitCode = await Application.RunAsync(arguments, new StringReader(input), TextWriter.Null, error, TestContext.Current.CancellationToken);
        return (exitCode, error.ToString().TrimEnd());
    }
}
