using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Exploring.Enumerating;
using Igloo.Values;

namespace Igloo.Exploring;

/// <summary>How events, states and their differences read in messages.</summary>
public static class ModelText
{
    /// <summary>An event or another case of a hierarchy: its name and its parameters, as in <c>Accept(1, 0)</c>.</summary>
    /// <param name="value">The event.</param>
    public static string Event(object? value)
    {
        if (value is null) return "skip";
        var fields = Fields(value);
        var name = value.GetType().Name.Split('`')[0];
        return fields.Count == 0 ? name : $"{name}({string.Join(", ", fields.Select(f => Argument(f.Value)))})";
    }

    /// <summary>A state on one line: its fields with their values.</summary>
    /// <param name="state">The state.</param>
    public static string State(object state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var fields = Fields(state);
        return fields.Count == 0 ? ValueText.Of(state) : string.Join("  ", fields.Select(f => $"{f.Name} = {ValueText.Of(f.Value)}"));
    }

    /// <summary>The fields that a step changed: <c>Inbox: {} -> {0}</c>, or <c>nothing</c>.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state after.</param>
    public static string Changes(object before, object after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.GetType() != after.GetType()) return State(after);
        var old = Fields(before);
        var changed = Fields(after)
            .Zip(old, (now, then) => (now.Name, Then: then.Value, Now: now.Value))
            .Where(f => !Equals(f.Then, f.Now))
            .Select(f => $"{f.Name}: {ValueText.Of(f.Then)} -> {ValueText.Of(f.Now)}")
            .ToArray();
        return changed.Length == 0 ? "nothing" : string.Join("  ", changed);
    }

    private static string Argument(object? value) =>
        value is not null and not ITuple && !value.GetType().IsValueType && Shape.ConstructorOf(value.GetType()) is not null
            ? Event(value)
            : ValueText.Of(value);

    /// <summary>The fields of a record in the order of its constructor; none of anything else.</summary>
    /// <param name="value">A state, an event or another record.</param>
    public static IReadOnlyList<(string Name, object? Value)> Fields(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var type = value.GetType();
        return Shape.ConstructorOf(type) is { } constructor
            ? [.. constructor.GetParameters().Select(p => (p.Name!, Shape.PropertyOf(type, p)!.GetValue(value)))]
            : [];
    }
}
