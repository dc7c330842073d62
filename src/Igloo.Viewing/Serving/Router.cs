using System.Collections.Specialized;
using System.Net;
using Igloo.Exploring;

namespace Igloo.Viewing.Serving;

/// <summary>Answers requests: the files of the page, the catalogue, views and explorations. Nothing can be changed through it.</summary>
/// <param name="catalogue">What can be looked at.</param>
/// <param name="port">The port of the server.</param>
/// <param name="stopping">Ends explorations.</param>
internal sealed class Router(Catalogue catalogue, int port, CancellationToken stopping)
{
    private const int MostExplored = 200_000;

    private static readonly TimeSpan LongestExploration = TimeSpan.FromSeconds(10);

    private readonly Lazy<CatalogueEntry[]> entries = new(() => [.. catalogue.Entries]);

    public Reply Answer(string method, string? host, NameValueCollection headers, Uri url)
    {
        // A page of another site may have its name resolved to this machine, or embed what it must not read.
        if (!IsLocal(host)) return Reply.Problem(403, "This server answers only requests to this machine's own address.");
        if (headers["Sec-Fetch-Site"] is "cross-site" or "same-site" && url.AbsolutePath != "/") return Reply.Problem(403, "This server does not answer to other sites.");
        if (method is not ("GET" or "HEAD")) return Reply.Problem(405, "Nothing can be changed here.");

        try
        {
            return url.AbsolutePath switch
            {
                "/models" => Reply.Json(entries.Value),
                "/view" => View(ViewPath.Parse(url.Query)),
                "/explore" => Explore(ViewPath.Parse(url.Query)),
                var path => PageFile.At(path) is { } file ? new Reply(200, file.ContentType, file.Bytes) : Reply.Problem(404, $"There is nothing at {path}."),
            };
        }
        catch (ViewPathException problem)
        {
            return Reply.Problem(400, problem.Message);
        }
    }

    private Reply View(ViewPath asked)
    {
        var (viewer, path) = catalogue.Find(asked);
        return Reply.Json(viewer.At(path));
    }

    private Reply Explore(ViewPath asked)
    {
        var (viewer, path) = catalogue.Find(asked);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        end.CancelAfter(LongestExploration);
        return Reply.Json(viewer.Explore(path, new ExplorationOptions { MaxStates = MostExplored, Cancellation = end.Token }));
    }

    private bool IsLocal(string? host) =>
        host is not null && new[] { $"{IPAddress.Loopback}:{port}", $"localhost:{port}" }.Contains(host, StringComparer.OrdinalIgnoreCase);
}
