using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Values;

namespace Igloo.Viewing.States;

/// <summary>A state as a tree of fields, compared with the state before it.</summary>
/// <param name="universe">The keys of total maps.</param>
internal sealed class StateTree(Universe universe)
{
    private const int LongestPlainText = 48;

    /// <summary>The fields of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="before">The state before it; null at an initial state.</param>
    public ImmutableArray<FieldView> Of(object state, object? before)
    {
        var whole = Field("state", state, before ?? state, Change.None, isRoot: true);
        return whole.Fields.IsEmpty ? [whole] : whole.Fields;
    }

    /// <summary>What differs between two states, by the innermost fields that do.</summary>
    public ImmutableArray<Difference> Differences(object before, object after) =>
        before.Equals(after) ? [] : [.. Of(after, before).SelectMany(f => Differences(f, f.Name))];

    private static IEnumerable<Difference> Differences(FieldView field, string path) => field switch
    {
        { Change: Change.None } => [],
        { Change: Change.Added } => [new Difference(path, "absent", field.Text)],
        { Change: Change.Removed } => [new Difference(path, field.Before ?? "", "absent")],
        _ when field.Fields.Any(f => f.Change != Change.None) =>
            field.Fields.SelectMany(f => Differences(f, char.IsLetter(f.Name[0]) ? $"{path}.{f.Name}" : $"{path}[{f.Name}]")),
        _ => [new Difference(path, field.Before ?? "", field.Text)],
    };

    private static bool IsSimple(object? value) =>
        value is null or string || !value.GetType().IsGenericType || value.GetType().Namespace != typeof(Set<>).Namespace;

    private FieldView Field(string name, object? value, object? before, Change presence, bool isRoot = false)
    {
        var text = ValueText.Of(value);
        var change = presence != Change.None ? presence : universe.Same(value, before) ? Change.None : Change.Changed;
        var then = change == Change.Changed ? before : value;
        return new FieldView(
            name,
            text,
            change == Change.Changed ? ValueText.Of(before) : null,
            change,
            Items.Of(value, then),
            Entries.Of(value, universe) is { } entries ? OfEntries(entries, Entries.Of(then, universe) ?? entries) : OfRecord(value, then, text, isRoot));
    }

    private ImmutableArray<FieldView> OfRecord(object? value, object? before, string text, bool isRoot)
    {
        if (value is null) return [];
        var fields = ModelText.Fields(value);
        if (!isRoot && text.Length <= LongestPlainText && fields.All(f => IsSimple(f.Value) && (f.Value is null || ModelText.Fields(f.Value).Count < 2))) return [];
        var then = before?.GetType() == value.GetType() ? ModelText.Fields(before) : fields;
        return [.. fields.Zip(then, (now, old) => Field(now.Name, now.Value, old.Value, Change.None))];
    }

    private ImmutableArray<FieldView> OfEntries(IReadOnlyList<(string Key, object? Value)> now, IReadOnlyList<(string Key, object? Value)> then)
    {
        var old = then.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        var kept = now.Select(e => old.TryGetValue(e.Key, out var before)
            ? Field(e.Key, e.Value, before, Change.None)
            : Field(e.Key, e.Value, e.Value, Change.Added));
        var present = now.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var gone = then.Where(e => !present.Contains(e.Key)).Select(e => new FieldView(e.Key, "absent", ValueText.Of(e.Value), Change.Removed, null, []));
        return [.. kept.Concat(gone)];
    }
}
