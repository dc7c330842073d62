using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Igloo.IoSpecs;
using Igloo.Trimming;

namespace Igloo.Monitoring.Auditing;

/// <summary>An event of which a log hides values: a pattern that several events fit.</summary>
public sealed class RedactedEvent
{
    private const int MostInstances = 1_000;
    private readonly JsonElement json;
    private readonly Type hierarchy;
    private readonly ImmutableArray<Type> hidden;

    internal RedactedEvent(JsonElement json, Type hierarchy, IEnumerable<Type> hidden)
    {
        this.json = json.Clone();
        this.hierarchy = hierarchy;
        this.hidden = [.. hidden];
    }

    /// <summary>Whether nothing is known of the event but that there was one.</summary>
    internal bool IsWhollyHidden => ValueJsonReader.IsHidden(json);

    /// <summary>The events that fit, over given values, and whether those are all that there are.</summary>
    internal (ImmutableArray<object> Events, bool IsExhaustive) Over(CandidateValues candidates)
    {
        if (IsWhollyHidden) return ([.. EventCases.Of(hierarchy).SelectMany(c => EnabledEvents.Instances(c, candidates)).Take(MostInstances)], false);
        IEnumerable<object[]> choices = [[]];
        choices = hidden.Aggregate(choices, (chosen, type) => chosen.SelectMany(values => candidates.OfType(type).Select(v => (object[])[.. values, v])));
        var events = ImmutableArray.CreateBuilder<object>();
        foreach (var values in choices.Take(MostInstances))
        {
            if (Filled(values) is { } e) events.Add(e);
        }

        return (events.ToImmutable(), events.Count < MostInstances && hidden.All(t => t == typeof(bool) || t.IsEnum));
    }

    /// <summary>A value that stands for a hidden one while it is found out which values are hidden.</summary>
    internal static object? Placeholder(Type type) =>
        type.IsValueType ? Activator.CreateInstance(type.Kept())
        : type == typeof(string) ? ""
        : RuntimeHelpers.GetUninitializedObject((type.IsAbstract ? EventCases.Of(type)[0] : type).Kept());

    /// <inheritdoc/>
    public override string ToString()
    {
        if (IsWhollyHidden) return "an event that is redacted";
        var values = json.EnumerateObject().Where(p => p.Name != ValueJson.CaseName).Select(p => ValueJsonReader.IsHidden(p.Value) ? "redacted" : p.Value.ToString());
        return $"{(json.TryGetProperty(ValueJson.CaseName, out var name) ? name.GetString() : hierarchy.Name)}({string.Join(", ", values)})";
    }

    private object? Filled(object[] values)
    {
        var next = 0;
        try
        {
            return ValueJsonReader.Read(json, hierarchy, _ => values[next++]);
        }
        catch (Exception misfit) when (misfit is FormatException or ArgumentException or System.Reflection.TargetInvocationException)
        {
            return null;
        }
    }
}
