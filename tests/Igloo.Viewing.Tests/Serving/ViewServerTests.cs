using System.Net;
using System.Net.Sockets;
using System.Text;
using Igloo.Viewing.Serving;
using Igloo.Viewing.Tests.Models;

namespace Igloo.Viewing.Tests.Serving;

public sealed class ViewServerTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private readonly ViewServer server = ViewServer.Start(Catalogue.Of(typeof(OpenLock).Assembly));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        client.BaseAddress = server.Address;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task View_is_that_of_the_pure_function()
    {
        var text = await client.GetStringAsync("/view?model=OpenLock&size=2&tab=graph", Cancellation);

        Assert.Equal(ViewJson.Text(Walks.ViewerOf<OpenLock>(2).At(ViewPath.Parse("model=OpenLock&size=2&tab=graph"))), text);
    }

    [Fact]
    public async Task Page_comes_with_all_its_files_and_a_policy_against_foreign_ones()
    {
        var page = await client.GetAsync("/", Cancellation);

        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var text = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.All(["page.css", "panels.css", "drawings.css", "theme.js", "app.js", "igloo.svg"], file => Assert.Contains(file, text, StringComparison.Ordinal));
        foreach (var file in new[] { "page.css", "app.js", "dom.js", "graph.js", "igloo.svg" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(file, Cancellation)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/view?model=Nothing", HttpStatusCode.BadRequest, "There is no model")]
    [InlineData("/view?model=OpenLock&size=x", HttpStatusCode.BadRequest, "whole number")]
    [InlineData("/nothing.html", HttpStatusCode.NotFound, "There is nothing")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd", HttpStatusCode.NotFound, "There is nothing")]
    public async Task Request_for_what_is_not_there_is_answered_with_the_reason(string url, HttpStatusCode status, string reason)
    {
        var response = await client.GetAsync(url, Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_can_be_written(string method)
    {
        var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/view?model=OpenLock"), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("evil.example:PORT", false)]
    [InlineData("127.0.0.1.evil.example:PORT", false)]
    [InlineData("localhost", false)]
    [InlineData("localhost:PORT", true)]
    [InlineData("127.0.0.1:PORT", true)]
    public async Task Host_of_another_name_is_refused(string host, bool isServed)
    {
        var answer = await RawAsync($"GET /models HTTP/1.1\r\nHost: {host.Replace("PORT", $"{server.Address.Port}", StringComparison.Ordinal)}\r\nConnection: close\r\n\r\n");

        Assert.Equal(isServed, answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
        Assert.Equal(isServed, answer.Contains("OpenLock", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Request_by_the_page_of_another_site_is_refused(string site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/view?model=OpenLock");
        request.Headers.Add("Sec-Fetch-Site", site);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Many_requests_at_once_get_the_same_answer()
    {
        const string url = "/view?model=OpenLock&size=4&tab=graph&reach=400";
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetStringAsync(url, Cancellation)));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Exploration_is_answered_with_its_findings() =>
        Assert.Contains("\"kind\":\"violation\"", await client.GetStringAsync("/explore?model=OpenLock&size=2", Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task Port_that_is_taken_is_said_so_and_free_again_afterwards()
    {
        var port = server.Address.Port;
        Assert.Throws<IOException>(() => ViewServer.Start(Catalogue.Of(), port));

        await server.DisposeAsync();

        await using var second = ViewServer.Start(Catalogue.Of(), port);
        Assert.Equal(port, second.Address.Port);
    }

    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
