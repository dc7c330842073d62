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
        using var file = AuditFiles.OpenToRead(path);
        return Read<TEvent>(file, path);
    }

    /// <summary>The entries of one file. A last line that was cut short is left out; any other damage is an error.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="log">The log.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order.</exception>
    public static ImmutableArray<AuditEntry<TEvent>> Read<TEvent>(Stream log)
        where TEvent : class => Read<TEvent>(log, "line");

    private static ImmutableArray<AuditEntry<TEvent>> Read<TEvent>(Stream log, string name)
        where TEvent : class
    {
        var hidden = new List<Type>();
        using var reader = new StreamReader(log, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var lines = reader.ReadToEnd().Split('\n');
        var entries = ImmutableArray.CreateBuilder<AuditEntry<TEvent>>(lines.Length - 1);

        // Every whole line ends in a line break, so what follows the last one is empty or was cut short.
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var entry = Entry<TEvent>(lines[i], name, i + 1, entries.Count == 0 ? null : entries[0].Text, hidden);
            if (i == 0) RequireBeginning(entry, name);
            else if (entry.Sequence != entries[0].Sequence + i) throw new InvalidDataException($"{name}:{i + 1}: number {entry.Sequence} follows number {entries[^1].Sequence}; lines are missing, repeated or out of order.");
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

    private static void RequireBeginning<TEvent>(in AuditEntry<TEvent> first, string name)
        where TEvent : class
    {
        if (first is not ({ Kind: AuditKind.Start, Sequence: 0 } or { Kind: AuditKind.State }))
        {
            throw new InvalidDataException($"{name}:1: a line of kind {first.Kind} with number {first.Sequence} is no beginning of an audit log.");
        }
    }

    // A hidden value is noted and stood for by another while the line is read.
    private static AuditEntry<TEvent> Entry<TEvent>(string line, string name, int number, string? origin, List<Type> hidden)
        where TEvent : class
    {
        hidden.Clear();
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            var e = json.TryGetProperty("event", out var value) ? (TEvent?)ValueJsonReader.Read(value, typeof(TEvent), Hidden) : null;
            AuditEntry<TEvent> entry = new(
                json.GetProperty("seq").GetInt64(),
                json.GetProperty("at").GetDateTimeOffset(),
                Enum.Parse<AuditKind>(json.GetProperty("kind").GetString()!, ignoreCase: true),
                hidden.Count == 0 ? e : null,
                json.TryGetProperty("intent", out var intent) ? intent.GetInt64() : 0,
                json.TryGetProperty("text", out var text) ? text.GetString() : null,
                json.TryGetProperty("state", out var state) ? MonitorSnapshot.Read(state) : null)
            {
                Redacted = hidden.Count == 0 ? null : new(value, typeof(TEvent), hidden),
            };
            return WhatIsMissing(entry) is { } missing ? throw new FormatException($"{entry.Kind} has no {missing}") : entry;
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException or OverflowException or System.Reflection.TargetInvocationException)
        {
            var hint = damage is FormatException && origin is not null ? $". If the log is of another model, name that: its first line is of {origin}." : null;
            throw new InvalidDataException($"{name}:{number}: the line is damaged: {(hint is null ? damage.Message : damage.Message.TrimEnd('.') + hint)}", damage);
        }

        object? Hidden(Type type)
        {
            hidden.Add(type);
            return RedactedEvent.Placeholder(type);
        }
    }

    private static string? WhatIsMissing<TEvent>(in AuditEntry<TEvent> entry)
        where TEvent : class => entry switch
        {
            { Kind: AuditKind.Intent or AuditKind.Input or AuditKind.Internal, Event: null, Redacted: null } => "event",
            { Kind: AuditKind.Done or AuditKind.Failed or AuditKind.Unknown, Intent: 0 } => "intent",
            { Kind: AuditKind.State, State: null } => "state",
            { Kind: AuditKind.Start, Sequence: not 0 } => "number 0",
            _ when !Enum.IsDefined(entry.Kind) => "meaning",
            _ => null,
        };
}
