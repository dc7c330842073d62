using System.Net;
using System.Text.RegularExpressions;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed partial class UiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_is_served_until_the_command_is_interrupted()
    {
        using var process = ToolProcess.Start([], "ui", Repository.CaseStudy("LockServer"), "--no-browser");
        var address = Address().Match(await process.StandardOutput.ReadLineAsync(Cancellation) ?? "").Value;
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        var view = await client.GetStringAsync("/view?model=LockProtocol&size=2", Cancellation);
        ToolProcess.Interrupt(process);
        await process.WaitForExitAsync(Cancellation);

        Assert.Contains("Grant(0)", view, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/", Cancellation));
    }

    [Fact]
    public async Task Port_that_is_taken_is_a_usage_error()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await Command.RunAsync("ui", Repository.CaseStudy("LockServer"), "--no-browser", "--port", $"{port}");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"Port {port} cannot be used", result.Error, StringComparison.Ordinal);
        Assert.Contains("--port", result.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();
}
