using System.Text.Encodings.Web;
using System.Text.Json;

namespace Igloo.Cli;

/// <summary>Files that the user asks a command for.</summary>
internal static class ResultFile
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="content">What it holds, as the message names it: <c>report</c>.</param>
    /// <param name="file">Where.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Write(string content, string file, Action<Stream> write)
    {
        try
        {
            var temporary = file + ".partial";
            using (var stream = File.Create(temporary)) write(stream);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The {content} cannot be written to '{file}': {exception.Message}", "Name a file in a folder that exists and that you may write to.");
        }
    }

    /// <summary>Writes one object of JSON, whole or not at all.</summary>
    /// <param name="content">What it holds, as the message names it: <c>results</c>.</param>
    /// <param name="file">Where.</param>
    /// <param name="write">Writes the members of the object.</param>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void WriteJson(string content, string file, Action<Utf8JsonWriter> write) => Write(content, file, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, Layout);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });
}
