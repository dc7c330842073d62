using System.Net.Http;

namespace Igloo.Monitoring.Streams;

/// <summary>Puts the connections of an HTTP client under monitors.</summary>
public static class HttpMonitoring
{
    /// <summary>Every connection that the handler opens from now on is wrapped, inside TLS where there is TLS.</summary>
    /// <param name="handler">The handler, not used yet. A filter that it has already is applied first.</param>
    /// <param name="wrap">Wraps the stream of a new connection, mostly with a monitor of its own.</param>
    /// <returns>The handler.</returns>
    /// <remarks>
    /// Before it sends another request on a connection, the handler already reads, to learn of an end: let the model permit receiving at any time. Where
    /// it does so only after a request, that read is refused and reported, and the handler opens a connection for each request.
    /// </remarks>
    public static SocketsHttpHandler UseIgloo(this SocketsHttpHandler handler, Func<SocketsHttpPlaintextStreamFilterContext, Stream, Stream> wrap)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(wrap);
        var earlier = handler.PlaintextStreamFilter;
        handler.PlaintextStreamFilter = async (context, cancellation) =>
            wrap(context, earlier is null ? context.PlaintextStream : await earlier(context, cancellation).ConfigureAwait(false));
        return handler;
    }
}
