using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Recovery;

/// <summary>What a monitor knew of the model's state at one point: enough to go on from there.</summary>
/// <remarks>Immutable. As JSON it can be stored with the program's own state.</remarks>
public sealed class MonitorSnapshot
{
    private readonly Action<Utf8JsonWriter, ValueJson> writeWorlds;
    private readonly JsonElement? json;
    private readonly object? knowledge;

    private MonitorSnapshot(string model, long sequence, bool isStopped, Action<Utf8JsonWriter, ValueJson> writeWorlds, JsonElement? json, object? knowledge)
    {
        Model = model;
        Sequence = sequence;
        IsStopped = isStopped;
        this.writeWorlds = writeWorlds;
        this.json = json;
        this.knowledge = knowledge;
    }

    /// <summary>The name, version and identity of the model.</summary>
    public string Model { get; }

    /// <summary>The number of the last event before it.</summary>
    public long Sequence { get; }

    /// <summary>Whether the component had stopped, after a failure whose contract says so.</summary>
    public bool IsStopped { get; }

    /// <summary>Whether values of it are redacted, so that nobody can go on from it.</summary>
    internal bool HasHiddenValues => json is { } worlds && worlds.GetRawText().Contains($"\"{ValueJson.RedactedName}\":true", StringComparison.Ordinal);

    /// <summary>The snapshot as JSON.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, new ValueJson());
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToJson"/> has written.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidDataException">It is no snapshot.</exception>
    public static MonitorSnapshot Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The text is no snapshot of a monitor: {damage.Message}", damage);
        }
    }

    internal static MonitorSnapshot Of<TState>(string model, long sequence, Knowledge<TState> known, bool isStopped)
        where TState : class =>
        new(model, sequence, isStopped, (writer, values) => WriteWorlds(writer, values, known), json: null, known);

    internal static MonitorSnapshot Read(JsonElement json)
    {
        var worlds = json.GetProperty("worlds").Clone();
        return new(json.GetProperty("model").GetString()!, json.GetProperty("seq").GetInt64(), json.GetProperty("isStopped").GetBoolean(), (writer, _) => worlds.WriteTo(writer), worlds, knowledge: null);
    }

    internal void Write(Utf8JsonWriter writer, ValueJson values)
    {
        writer.WriteStartObject();
        writer.WriteString("model", Model);
        writer.WriteNumber("seq", Sequence);
        writer.WriteBoolean("isStopped", IsStopped);
        writer.WritePropertyName("worlds");
        writeWorlds(writer, values);
        writer.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">The states are none of this type.</exception>
    internal Knowledge<TState> KnowledgeOf<TState>()
        where TState : class
    {
        if (knowledge is Knowledge<TState> known) return known;
        if (json is not { } worlds) throw new InvalidDataException($"The snapshot of {Model} has no states of type {typeof(TState)}.");
        try
        {
            if (worlds.GetArrayLength() == 0) throw new FormatException("it names no state");
            return Knowledge<TState>.Of(worlds.EnumerateArray().Select(World<TState>).ToArray());
        }
        catch (Exception damage) when (damage is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The snapshot of {Model} has no states of type {typeof(TState)}: {damage.Message}", damage);
        }
    }

    private static void WriteWorlds<TState>(Utf8JsonWriter writer, ValueJson values, Knowledge<TState> known)
        where TState : class
    {
        writer.WriteStartArray();
        foreach (var world in known.Worlds)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("states");
            foreach (var state in world.States) values.Write(writer, state, typeof(TState));
            writer.WriteEndArray();
            writer.WriteStartArray("assuming");
            foreach (var assumption in world.Assumptions)
            {
                writer.WriteStartObject();
                writer.WriteNumber("intent", assumption.Operation);
                writer.WriteBoolean("happened", assumption.Happened);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteBoolean("isCut", world.IsCut);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static World<TState> World<TState>(JsonElement json)
        where TState : class
    {
        ImmutableArray<TState> states = [.. json.GetProperty("states").EnumerateArray().Select(s => (TState?)ValueJsonReader.Read(s, typeof(TState)) ?? throw new FormatException("a state is null"))];
        ImmutableArray<Assumption> assumptions = [.. json.GetProperty("assuming").EnumerateArray().Select(a => new Assumption(a.GetProperty("intent").GetInt64(), a.GetProperty("happened").GetBoolean()))];
        return states.IsEmpty ? throw new FormatException("a world has no states") : new(states, assumptions, json.GetProperty("isCut").GetBoolean());
    }
}
