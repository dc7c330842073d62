using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Igloo.Monitoring.Auditing;

/// <summary>Reads audit logs back.</summary>
public static class AuditLogReader
{
    /// <summary>The entries of a log. A last line that was cut short is left out; any other damage is an error.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order.</exception>
    public static ImmutableArray<AuditEntry<TEvent>> Read<TEvent>(string path)
        where TEvent : class
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Read<TEvent>(file);
    }

    /// <summary>The entries of a log. A last line that was cut short is left out; any other damage is an error.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="log">The log.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order.</exception>
    public static ImmutableArray<AuditEntry<TEvent>> Read<TEvent>(Stream log)
        where TEvent : class
    {
        using var reader = new StreamReader(log, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        var entries = ImmutableArray.CreateBuilder<AuditEntry<TEvent>>();

        // Every whole line ends in a line break, so what follows the last one is empty or was cut short.
        foreach (var (line, number) in lines[..^1].Select((line, i) => (line, i + 1)))
        {
            var entry = Entry<TEvent>(line, number);
            if (entry.Sequence != number - 1) throw new InvalidDataException($"Line {number} of the audit log has number {entry.Sequence}.");
            entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    private static AuditEntry<TEvent> Entry<TEvent>(string line, int number)
        where TEvent : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new(
                json.GetProperty("seq").GetInt64(),
                DateTimeOffset.Parse(json.GetProperty("at").GetString()!, CultureInfo.InvariantCulture),
                Enum.Parse<AuditKind>(json.GetProperty("kind").GetString()!, ignoreCase: true),
                json.TryGetProperty("event", out var e) ? (TEvent?)ValueJson.Read(e, typeof(TEvent)) : null,
                json.TryGetProperty("intent", out var intent) ? intent.GetInt64() : 0,
                json.TryGetProperty("text", out var text) ? text.GetString() : null);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"Line {number} of the audit log is damaged: {damage.Message}", damage);
        }
    }
}
