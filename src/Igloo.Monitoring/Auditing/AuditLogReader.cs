using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Igloo.Monitoring.Recovery;

namespace Igloo.Monitoring.Auditing;

/// <summary>Reads audit logs back.</summary>
public static class AuditLogReader
{
    /// <summary>The entries of one file. A last line that was cut short is left out; any other damage is an error.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order.</exception>
    public static ImmutableArray<AuditEntry<TEvent>> Read<TEvent>(string path)
        where TEvent : class
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Read<TEvent>(file);
    }

    /// <summary>The entries of one file. A last line that was cut short is left out; any other damage is an error.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="log">The log.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order.</exception>
    public static ImmutableArray<AuditEntry<TEvent>> Read<TEvent>(Stream log)
        where TEvent : class
    {
        using var reader = new StreamReader(log, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var lines = reader.ReadToEnd().Split('\n');
        var entries = ImmutableArray.CreateBuilder<AuditEntry<TEvent>>(lines.Length - 1);

        // Every whole line ends in a line break, so what follows the last one is empty or was cut short.
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var entry = Entry<TEvent>(lines[i], i + 1);
            if (i == 0) RequireBeginning(entry);
            else if (entry.Sequence != entries[0].Sequence + i) throw new InvalidDataException($"Line {i + 1} of the audit log has number {entry.Sequence}.");
            entries.Add(entry);
        }

        return entries.DrainToImmutable();
    }

    /// <summary>The entries of consecutive files of one log, oldest first. Only the last line of each may have been cut short.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="paths">The files, see <see cref="AuditFiles"/>.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order, or a file is missing between two others.</exception>
    public static ImmutableArray<AuditEntry<TEvent>> ReadAll<TEvent>(IEnumerable<string> paths)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(paths);
        var all = ImmutableArray.CreateBuilder<AuditEntry<TEvent>>();
        foreach (var path in paths)
        {
            var entries = Read<TEvent>(path);
            if (entries.IsEmpty) continue;
            if (all.Count > 0 && entries[0].Sequence != all[^1].Sequence + 1) throw new InvalidDataException($"{Path.GetFileName(path)} begins with number {entries[0].Sequence}, and the file before it ends with {all[^1].Sequence}.");
            all.AddRange(entries);
        }

        return all.ToImmutable();
    }

    private static void RequireBeginning<TEvent>(in AuditEntry<TEvent> first)
        where TEvent : class
    {
        if (first is not ({ Kind: AuditKind.Start, Sequence: 0 } or { Kind: AuditKind.State }))
        {
            throw new InvalidDataException($"Line 1 of the audit log has number {first.Sequence} and is no beginning.");
        }
    }

    private static AuditEntry<TEvent> Entry<TEvent>(string line, int number)
        where TEvent : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            AuditEntry<TEvent> entry = new(
                json.GetProperty("seq").GetInt64(),
                json.GetProperty("at").GetDateTimeOffset(),
                Enum.Parse<AuditKind>(json.GetProperty("kind").GetString()!, ignoreCase: true),
                json.TryGetProperty("event", out var e) ? (TEvent?)ValueJsonReader.Read(e, typeof(TEvent)) : null,
                json.TryGetProperty("intent", out var intent) ? intent.GetInt64() : 0,
                json.TryGetProperty("text", out var text) ? text.GetString() : null,
                json.TryGetProperty("state", out var state) ? MonitorSnapshot.Read(state) : null);
            return WhatIsMissing(entry) is { } missing ? throw new FormatException($"{entry.Kind} has no {missing}") : entry;
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException or OverflowException or System.Reflection.TargetInvocationException)
        {
            throw new InvalidDataException($"Line {number} of the audit log is damaged: {damage.Message}", damage);
        }
    }

    private static string? WhatIsMissing<TEvent>(in AuditEntry<TEvent> entry)
        where TEvent : class => entry switch
        {
            { Kind: AuditKind.Intent or AuditKind.Input or AuditKind.Internal, Event: null } => "event",
            { Kind: AuditKind.Done or AuditKind.Failed or AuditKind.Unknown, Intent: 0 } => "intent",
            { Kind: AuditKind.State, State: null } => "state",
            _ when !Enum.IsDefined(entry.Kind) => "meaning",
            _ => null,
        };
}
