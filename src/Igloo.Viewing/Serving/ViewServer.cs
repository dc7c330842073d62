using System.Net;
using System.Net.Sockets;

namespace Igloo.Viewing.Serving;

/// <summary>Serves the page on this machine only. Read-only: no request changes anything.</summary>
public sealed class ViewServer : IAsyncDisposable
{
    private const int Attempts = 20;

    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly HttpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    private ViewServer(HttpListener listener, int port, Catalogue catalogue)
    {
        this.listener = listener;
        Address = new Uri($"http://{IPAddress.Loopback}:{port}/");
        accepting = AcceptAsync(new Router(catalogue, port, stopping.Token));
    }

    /// <summary>Where the page is.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="catalogue">What can be looked at.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static ViewServer Start(Catalogue catalogue, int port = 0)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port == 0 ? FreePort() : port;
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://{IPAddress.Loopback}:{chosen}/");
            listener.Prefixes.Add($"http://localhost:{chosen}/");
            try
            {
                listener.Start();
                return new ViewServer(listener, chosen, catalogue);
            }
            catch (HttpListenerException taken)
            {
                listener.Close();

                // Between the question for a free port and its use another program may take it.
                if (port != 0 || attempt == Attempts) throw new IOException($"Port {chosen} cannot be used: {taken.Message}", taken);
            }
        }
    }

    /// <summary>Stops the server and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!listener.IsListening) return;
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        listener.Close();
        stopping.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task RespondAsync(Router router, HttpListenerContext context)
    {
        try
        {
            var request = context.Request;
            var reply = Answer(router, request);
            using var response = context.Response;
            response.StatusCode = reply.Status;
            response.ContentType = reply.ContentType;
            response.Headers["Content-Security-Policy"] = Policy;
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.Headers["Cache-Control"] = "no-store";
            response.ContentLength64 = reply.Body.Length;
            if (request.HttpMethod != "HEAD") await response.OutputStream.WriteAsync(reply.Body);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The browser has closed the connection; nobody is left to tell.
        }
    }

    private static Reply Answer(Router router, HttpListenerRequest request)
    {
        try
        {
            return router.Answer(request.HttpMethod, request.Headers["Host"], request.Headers, request.Url!);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // One view that fails must not end the server: the page shows what happened.
            return Reply.Problem(500, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private async Task AcceptAsync(Router router)
    {
        var open = new List<Task>();
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                open.RemoveAll(task => task.IsCompleted);
                open.Add(Task.Run(() => RespondAsync(router, context)));
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                break;
            }
        }

        await Task.WhenAll(open);
    }
}
