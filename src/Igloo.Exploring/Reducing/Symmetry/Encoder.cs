using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Exploring.Enumerating;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>
/// Writes values as numbers with elements of symmetric sorts renamed: the code of a value under a permutation is that of the permuted value, which
/// need not be built. Used by one thread at a time.
/// </summary>
internal sealed class Encoder
{
    private readonly Universe universe;
    private readonly Dictionary<object, (int Sort, int Index)> elements = [];
    private readonly Dictionary<object, int> interned = [];
    private readonly Dictionary<Type, PropertyInfo[]> fields = [];
    private readonly Dictionary<Type, MapCode> maps = [];

    public Encoder(Universe universe, IReadOnlyList<Type> sorts)
    {
        this.universe = universe;
        Use = new SortUse(sorts.Contains);
        Elements = [.. sorts.Select(s => universe.Values(s))];
        for (var sort = 0; sort < sorts.Count; sort++)
        {
            for (var i = 0; i < Elements[sort].Count; i++) elements.Add(Elements[sort][i], (sort, i));
        }
    }

    public SortUse Use { get; }

    /// <summary>The elements of each sort.</summary>
    public IReadOnlyList<object>[] Elements { get; }

    /// <summary>The renaming that changes nothing.</summary>
    public int[][] Identity => [.. Elements.Select(e => Enumerable.Range(0, e.Count).ToArray())];

    /// <summary>The code of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="renaming">For each sort the new number of each element; several may get the same.</param>
    public Code Of(object? value, int[][] renaming)
    {
        var output = new List<int>();
        Write(value, renaming, output);
        return new Code([.. output]);
    }

    private void Write(object? value, int[][] renaming, List<int> output)
    {
        if (value is null)
        {
            output.Add(-1);
        }
        else if (elements.TryGetValue(value, out var element))
        {
            output.Add(renaming[element.Sort][element.Index]);
        }
        else if (!Use.Contains(value.GetType()))
        {
            output.Add(Number(value));
        }
        else
        {
            WriteParts(value, value.GetType(), renaming, output);
        }
    }

    private void WriteParts(object value, Type type, int[][] renaming, List<int> output)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == typeof(Map<,>))
        {
            WriteUnordered(MapOf(type).Entries(value), renaming, output);
        }
        else if (definition == typeof(Seq<>))
        {
            Code[] items = [.. ((IEnumerable)value).Cast<object?>().Select(item => Of(item, renaming))];
            WriteAll(items, output);
        }
        else if (value is IEnumerable collection)
        {
            WriteUnordered(collection.Cast<object?>(), renaming, output);
        }
        else if (value is ITuple tuple && type.IsValueType)
        {
            for (var i = 0; i < tuple.Length; i++) Write(tuple[i], renaming, output);
        }
        else
        {
            output.Add(Number(type));
            foreach (var field in FieldsOf(type)) Write(field.GetValue(value), renaming, output);
        }
    }

    private void WriteUnordered(IEnumerable<object?> items, int[][] renaming, List<int> output)
    {
        Code[] codes = [.. items.Select(item => Of(item, renaming)).Order()];
        WriteAll(codes, output);
    }

    private static void WriteAll(Code[] codes, List<int> output)
    {
        output.Add(codes.Length);
        foreach (var code in codes) output.AddRange(code.Numbers);
    }

    private int Number(object value)
    {
        if (!interned.TryGetValue(value, out var number)) interned.Add(value, number = interned.Count);
        return number;
    }

    private PropertyInfo[] FieldsOf(Type type)
    {
        if (fields.TryGetValue(type, out var known)) return known;
        if (type.IsOf(typeof(KeyValuePair<,>))) return fields[type] = type.GetProperties();
        var constructor = Shape.ConstructorOf(type) ?? throw new NotEnumerableException(TypeText.Of(type), type, "Its fields are not known, so elements inside cannot be permuted.");
        return fields[type] = [.. constructor.GetParameters().Select(p => Shape.PropertyOf(type, p)!)];
    }

    private MapCode MapOf(Type type)
    {
        if (!maps.TryGetValue(type, out var map))
        {
            var keys = Use.Contains(type.GetGenericArguments()[0]) ? universe.Values(type.GetGenericArguments()[0]) : null;
            maps.Add(type, map = (MapCode)Activator.CreateInstance(typeof(MapCode<,>).MakeGenericType(type.GetGenericArguments()), keys)!);
        }

        return map;
    }

    private abstract class MapCode
    {
        public abstract IEnumerable<object?> Entries(object map);
    }

    /// <summary>Where keys are permuted, the default is no guide: it may be the value of one of them.</summary>
    private sealed class MapCode<K, V>(IReadOnlyList<object>? keys) : MapCode
    {
        public override IEnumerable<object?> Entries(object map)
        {
            var total = (Map<K, V>)map;
            return keys is null
                ? total.Exceptions.Select(e => (object?)e).Append(total.Default)
                : keys.Select(k => (object?)KeyValuePair.Create((K)k, total[(K)k]));
        }
    }
}
