using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Igloo.Viewing.Traces;

/// <summary>Traces as files: the format of igloo-trace.schema.json.</summary>
public static class TraceFile
{
    /// <summary>The name of the format; a reader that does not know it must not guess.</summary>
    public const string Format = "igloo-trace/1";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">Where.</param>
    /// <param name="trace">What.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, TraceDocument trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var temporary = path + ".partial";
        using (var stream = File.Create(temporary))
        {
            Write(stream, trace);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Writes one document.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="trace">What.</param>
    public static void Write(Stream stream, TraceDocument trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        using var writer = new Utf8JsonWriter(stream, Layout);
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("model", trace.Model);
        writer.WriteNumber("size", trace.Size);
        writer.WriteString("instance", trace.Instance);
        writer.WriteString("meaning", trace.Meaning);
        WriteState(writer, "initial", trace.Initial);
        writer.WriteStartArray("steps");
        foreach (var step in trace.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("event", step.Event);
            writer.WriteStartArray("lanes");
            foreach (var lane in step.Lanes) writer.WriteStringValue(lane);
            writer.WriteEndArray();
            writer.WriteStartArray("changes");
            foreach (var change in step.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("field", change.Field);
                writer.WriteString("before", change.Before);
                writer.WriteString("after", change.After);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteState(writer, "state", step.State);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="TraceFormatException">It is no trace.</exception>
    public static TraceDocument Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream);
    }

    /// <summary>Reads one document.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="TraceFormatException">It is no trace.</exception>
    public static TraceDocument Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new TraceFormatException($"It is not JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TraceFormatException("A member that every trace has is missing or of another type; igloo-trace.schema.json describes the format.");
        }
    }

    private static TraceDocument Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format))
        {
            throw new TraceFormatException("It has no member 'format', so it is no trace.");
        }

        return format.GetString() == Format
            ? new TraceDocument(
                Text(root, "model"),
                root.GetProperty("size").GetInt32(),
                Text(root, "instance"),
                Text(root, "meaning"),
                State(root.GetProperty("initial")),
                [.. root.GetProperty("steps").EnumerateArray().Select(Step)])
            : throw new TraceFormatException($"Its format is '{format}', and this reader knows '{Format}'.");
    }

    private static TraceStep Step(JsonElement step) => new(
        Text(step, "event"),
        [.. step.GetProperty("lanes").EnumerateArray().Select(lane => lane.GetString() ?? "")],
        [.. step.GetProperty("changes").EnumerateArray().Select(change => new Difference(Text(change, "field"), Text(change, "before"), Text(change, "after")))],
        State(step.GetProperty("state")));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static ImmutableArray<TraceField> State(JsonElement state) =>
        [.. state.EnumerateObject().Select(field => new TraceField(field.Name, field.Value.GetString() ?? ""))];

    private static void WriteState(Utf8JsonWriter writer, string name, ImmutableArray<TraceField> state)
    {
        writer.WriteStartObject(name);
        foreach (var field in state) writer.WriteString(field.Name, field.Value);
        writer.WriteEndObject();
    }
}
