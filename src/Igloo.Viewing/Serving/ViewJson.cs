using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Igloo.Viewing.Serving;

/// <summary>Views as JSON: names in camel case, constants by name.</summary>
public static class ViewJson
{
    private static readonly JsonSerializerOptions Compact = Options(indented: false);
    private static readonly JsonSerializerOptions Readable = Options(indented: true);

    /// <summary>The text of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="indented">Whether it is for a reader.</param>
    public static string Text<T>(T view, bool indented = false) => JsonSerializer.Serialize(view, indented ? Readable : Compact);

    /// <summary>The bytes of a view in UTF-8.</summary>
    /// <param name="view">The view.</param>
    public static byte[] Bytes<T>(T view) => JsonSerializer.SerializeToUtf8Bytes(view, Compact);

    private static JsonSerializerOptions Options(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        // It is read by the page as JSON and never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
