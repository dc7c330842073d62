using System.Net;
using System.Net.Sockets;
using System.Text;
using Igloo.Components;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>An HTTP client that knows nothing of models, behind the hook of its handler.</summary>
public sealed class HttpMonitoringTests : IDisposable
{
    private static readonly StreamProtocol<HttpCaller.Event> Protocol = StreamProtocol.Of<HttpCaller.Event, HttpCaller.Event.Ask, string, HttpCaller.Event.Hear, string>(
        new LineCodec<string>(new Utf8Payload(), 4_096, "\r\n\r\n"u8.ToArray()), text => new(text.Split(' ')[1]), ask => ask.Path,
        new LineCodec<string>(new Utf8Payload(), 4_096, "\r\n\r\n"u8.ToArray()), text => new(text));

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_that_is_not_permitted_never_reaches_the_server()
    {
        listener.Start();
        var serving = Serve();
        using var client = new HttpClient(new SocketsHttpHandler().UseIgloo((_, stream) => PermissionMonitor.Start(new HttpCaller()).Wrap(stream, Protocol)))
        {
            BaseAddress = new Uri($"http://{listener.LocalEndpoint}/"),
        };

        using var good = await client.GetAsync("public", Cancellation);
        await Assert.ThrowsAsync<PermissionViolationException>(() => client.GetAsync("private", Cancellation));

        Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
        Assert.Equal("/public", Assert.Single(await serving));
    }

    // The client reads ahead before it sends the next request: receiving is permitted at any time, or each request opens a connection.
    [Fact]
    public async Task Connection_is_used_again_by_later_requests()
    {
        listener.Start();
        var serving = Serve();
        var monitor = PermissionMonitor.Start(new HttpCaller());
        using (var client = new HttpClient(new SocketsHttpHandler().UseIgloo((_, stream) => monitor.Wrap(stream, Protocol))) { BaseAddress = new Uri($"http://{listener.LocalEndpoint}/") })
        {
            for (var i = 0; i < 3; i++)
            {
                using var answer = await client.GetAsync("public", Cancellation);
                Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            }
        }

        Assert.Null(monitor.FirstViolation);
        Assert.Equal(["/public", "/public", "/public"], await serving);
    }

    public void Dispose() => listener.Dispose();

    // One connection, one answer without a body for each request.
    private async Task<List<string>> Serve()
    {
        using var peer = await listener.AcceptTcpClientAsync(Cancellation);
        using var reader = new StreamReader(peer.GetStream());
        var paths = new List<string>();
        while (await reader.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.Length > 0 && line.StartsWith("GET", StringComparison.Ordinal)) paths.Add(line.Split(' ')[1]);
            if (line.Length == 0) await peer.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 204 No Content\r\n\r\n"), Cancellation);
        }

        return paths;
    }

    public sealed class HttpCaller : Component<HttpCaller.State, HttpCaller.Event>
    {
        public sealed record State(Seq<string> Asked);

        public abstract record Event
        {
            [Io<Connection.Send<string>>]
            public sealed record Ask(string Path) : Event;

            [Io<Connection.Receive<string>>]
            public sealed record Hear([Input] string Answer) : Event;
        }

        public override State Initial => new(Seq<string>.Empty);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Ask(var path) when path == "/public" => new(s.Asked.Append(path)),
            Event.Hear => s,
            _ => null,
        };
    }
}
