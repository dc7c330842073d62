using System.Globalization;
using System.Text.Json;

namespace Igloo.Monitoring.Auditing;

/// <summary>An audit log in a file: one JSON object a line, appended and handed to the operating system before the call returns.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// What a process has written survives its end, not that of the machine. A line that was cut short is the last one and is not counted
/// by <see cref="AuditLogReader"/>.
/// </remarks>
public sealed class AuditLog<TEvent> : IAuditSink<TEvent>, IDisposable
    where TEvent : class
{
    private readonly Stream stream;
    private readonly MemoryStream line = new();

    /// <summary>Records into a stream.</summary>
    /// <param name="stream">The stream; closed with the log.</param>
    public AuditLog(Stream stream) => this.stream = stream ?? throw new ArgumentNullException(nameof(stream));

    /// <summary>Starts a log in a new file, or in one that is empty.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file has content: a component is started once for each log.</exception>
    public static AuditLog<TEvent> Create(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (file.Length == 0) return new(file);
        file.Dispose();
        throw new IOException($"The audit log {path} has entries of an earlier run.");
    }

    /// <inheritdoc/>
    public void Record(in AuditEntry<TEvent> entry)
    {
        line.SetLength(0);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", entry.Sequence);
            json.WriteString("at", entry.At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("kind", entry.Kind.ToString().ToLowerInvariant());
            if (entry.Intent != 0) json.WriteNumber("intent", entry.Intent);
            if (entry.Text is not null) json.WriteString("text", entry.Text);
            if (entry.Event is not null)
            {
                json.WritePropertyName("event");
                ValueJson.Write(json, entry.Event, typeof(TEvent));
            }

            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        stream.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        stream.Flush();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();
}
