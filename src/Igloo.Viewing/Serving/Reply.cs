namespace Igloo.Viewing.Serving;

/// <summary>The answer to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    private const string JsonType = "application/json; charset=utf-8";

    public static Reply Json<T>(T view) => new(200, JsonType, ViewJson.Bytes(view));

    /// <summary>A refusal with its reason, which the page shows.</summary>
    public static Reply Problem(int status, string reason) => new(status, JsonType, ViewJson.Bytes(new { problem = reason }));
}
