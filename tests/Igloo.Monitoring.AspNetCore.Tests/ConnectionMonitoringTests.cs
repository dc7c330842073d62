using System.Net;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Igloo.Monitoring.AspNetCore.Tests;

/// <summary>A web application that knows nothing of models, behind the middleware.</summary>
public sealed class ConnectionMonitoringTests : IAsyncLifetime
{
    private readonly List<PermissionMonitor<HttpServer.State, HttpServer.Event>> monitors = [];
    private readonly List<MonitorReport> reports = [];
    private readonly HttpClient client = new();
    private WebApplication application = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseIgloo(_ => Start(), HttpFrames.ServerSide)));
        application = builder.Build();
        application.Run(context =>
        {
            var body = context.Request.Path == "/leak" ? "the secret" : "hello";
            context.Response.ContentLength = body.Length;
            return context.Response.WriteAsync(body);
        });
        await application.StartAsync(Cancellation);
        client.BaseAddress = new Uri(application.Urls.Single());
    }

    [Fact]
    public async Task Responses_pass_when_permitted()
    {
        for (var i = 0; i < 3; i++) Assert.Equal("hello", await client.GetStringAsync("/", Cancellation));

        Assert.Equal(0, Assert.Single(monitors).State.Owed);
    }

    [Fact]
    public async Task Response_that_is_not_permitted_never_reaches_the_client()
    {
        Assert.Equal("hello", await client.GetStringAsync("/", Cancellation));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/leak", Cancellation));

        Assert.Equal(ViolationKind.NotPermitted, reports.OfType<MonitorReport.Violation>().First().Details.Kind);
        Assert.Equal("hello", await client.GetStringAsync("/", Cancellation));
        Assert.Equal(2, monitors.Count);
    }

    [Fact]
    public async Task Monitor_ends_with_its_connection()
    {
        Assert.Equal("hello", await client.GetStringAsync("/", Cancellation));
        var monitor = Assert.Single(monitors);
        Assert.Equal(MonitorStatus.Following, monitor.Health.Status);

        await application.StopAsync(Cancellation);

        Assert.Equal(MonitorStatus.Ended, monitor.Health.Status);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }

    private PermissionMonitor<HttpServer.State, HttpServer.Event> Start()
    {
        var monitor = PermissionMonitor.Start(new HttpServer(), new() { Log = reports.Add });
        monitors.Add(monitor);
        return monitor;
    }
}
