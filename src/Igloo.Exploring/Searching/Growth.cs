using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using Igloo.Exploring.Enumerating;
using Igloo.Values;

namespace Igloo.Exploring.Searching;

/// <summary>Finds fields of the state that grow along runs to the last states visited: what may make a space infinite.</summary>
/// <remarks>Sets and maps over a finite universe can't grow for ever and are left out.</remarks>
internal sealed class Growth(Universe universe)
{
    private const int FewestLevels = 6;
    private const int Shown = 4;

    /// <summary>The fields that grow.</summary>
    /// <param name="runs">Runs of the same length.</param>
    public ImmutableArray<GrowingField> Along(IReadOnlyList<Run> runs)
    {
        if (runs.Count == 0 || runs[0].Length < FewestLevels) return [];
        var levels = Enumerable.Range(0, runs[0].Length + 1)
            .Select(level => runs.SelectMany(r => Measures(string.Empty, level == 0 ? r.Initial : r.Steps[level - 1].After))
                .GroupBy(m => (m.Path, m.Measure))
                .ToDictionary(g => g.Key, g => g.Max(m => m.Amount)))
            .ToArray();
        return
        [
            .. levels[^1].Keys
                .Where(key => Grows([.. levels.Select(l => l.GetValueOrDefault(key))]))
                .Select(key => new GrowingField(key.Path, key.Measure, [.. levels.TakeLast(Shown).Select(l => l.GetValueOrDefault(key))])),
        ];
    }

    /// <summary>Never falls in the second half, and grows in both halves of that.</summary>
    private static bool Grows(long[] amounts)
    {
        var last = amounts[(amounts.Length / 2)..];
        return last.Zip(last.Skip(1)).All(p => p.First <= p.Second) && last[^1] > last[last.Length / 2] && last[last.Length / 2] > last[0];
    }

    private IEnumerable<(string Path, string Measure, long Amount)> Measures(string path, object? value)
    {
        switch (value)
        {
            case null or string or bool or Enum:
                return [];
            case sbyte or byte or short or ushort or int or uint or long:
                return [(path, "value", Math.Abs(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)))];
            case BigInteger number:
                return [(path, "value", (long)BigInteger.Min(BigInteger.Abs(number), long.MaxValue))];
            case IEnumerable elements:
                return Collection(path, elements);
            default:
                return value.GetType().IsDefined(typeof(SortAttribute), inherit: false) ? [] : Fields(path, value);
        }
    }

    private IEnumerable<(string Path, string Measure, long Amount)> Collection(string path, IEnumerable elements)
    {
        var type = elements.GetType();
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var items = elements.Cast<object?>().ToArray();
        var isEndless = definition == typeof(Seq<>) || definition == typeof(Bag<>) || type.GetGenericArguments().Take(1).Any(universe.IsGuess);
        return (isEndless ? [(path, "size", (long)items.Length)] : Array.Empty<(string, string, long)>())
            .Concat(items.SelectMany(item => item is null ? [] : Inside($"{path}[]", item)));
    }

    private IEnumerable<(string Path, string Measure, long Amount)> Inside(string path, object item) =>
        item.GetType() is var type && type.IsOf(typeof(KeyValuePair<,>))
            ? Measures(path, type.GetProperty("Value")!.GetValue(item))
            : Measures(path, item);

    private IEnumerable<(string Path, string Measure, long Amount)> Fields(string path, object value)
    {
        var type = value.GetType();
        if (type.IsOf(typeof(Map<,>)))
        {
            return ((IEnumerable)type.GetProperty("Exceptions")!.GetValue(value)!).Cast<object>().SelectMany(pair => Inside($"{path}[]", pair));
        }

        return Shape.ConstructorOf(type) is { } constructor
            ? constructor.GetParameters().SelectMany(p => Measures(path.Length == 0 ? p.Name! : $"{path}.{p.Name}", Shape.PropertyOf(type, p)!.GetValue(value)))
            : [];
    }
}
