namespace Igloo.Viewing.Serving;

/// <summary>A file of the page.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record PageFile(string ContentType, byte[] Bytes)
{
    private const string Index = "index.html";

    /// <summary>The file at a path of a URL, or null.</summary>
    public static PageFile? At(string urlPath)
    {
        var name = urlPath == "/" ? Index : urlPath.TrimStart('/');
        var assembly = typeof(PageFile).Assembly;
        if (!assembly.GetManifestResourceNames().Contains(name)) return null;
        using var resource = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new PageFile(TypeOf(name), content.ToArray());
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
