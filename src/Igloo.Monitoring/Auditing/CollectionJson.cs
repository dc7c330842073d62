using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Monitoring.Auditing;

/// <summary>Collections of models read back from JSON.</summary>
internal static class CollectionJson
{
    public static bool IsTotalMap(Type type) => type.IsOf(typeof(Map<,>));

    public static Type ElementType(Type collection) =>
        collection.Kept().GetInterfaces().Append(collection).First(i => i.IsOf(typeof(IEnumerable<>))).GetGenericArguments()[0];

    public static object ReadArray(JsonElement json, Type type, Func<Type, object?>? hidden)
    {
        if (typeof(ITuple).IsAssignableFrom(type))
        {
            var types = type.GetGenericArguments();
            return json.GetArrayLength() == types.Length
                ? Activator.CreateInstance(type.Kept(), [.. json.EnumerateArray().Zip(types, (e, t) => ValueJsonReader.Read(e, t, hidden))])!
                : throw new FormatException($"A tuple of {types.Length} has {json.GetArrayLength()} elements.");
        }

        var element = ElementType(type);
        var values = json.EnumerateArray().Select(e => ValueJsonReader.Read(e, element, hidden)).ToArray();
        var empty = type.Kept().GetProperty("Empty")?.GetValue(null) ?? throw new FormatException($"{type} cannot be read from JSON.");
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(FiniteMap<,>)
            ? WithPairs(empty, values)
            : values.Aggregate(empty, (collection, value) => Method(type, definition == typeof(Seq<>) ? "Append" : "Add", 1).Invoke(collection, [value])!);
    }

    public static object ReadTotalMap(JsonElement json, Type type, Func<Type, object?>? hidden)
    {
        var arguments = type.GetGenericArguments();
        var constant = Method(type, nameof(Map<int, int>.Constant), 1).Invoke(null, [ValueJsonReader.Read(json.GetProperty(ValueJson.DefaultName), arguments[1], hidden)])!;
        var pair = typeof(KeyValuePair<,>).At(arguments);
        return WithPairs(constant, json.GetProperty(ValueJson.ExceptionsName).EnumerateArray().Select(e => ValueJsonReader.Read(e, pair, hidden)));
    }

    private static object WithPairs(object map, IEnumerable<object?> pairs) =>
        pairs.Aggregate(map, (known, pair) => Method(map.GetType(), "Set", 2).Invoke(known, [Part(pair, "Key"), Part(pair, "Value")])!);

    private static MethodInfo Method(Type type, string name, int parameters) => type.Kept().GetMethods().First(m => m.Name == name && m.GetParameters().Length == parameters);

    private static object? Part(object? pair, string name) =>
        pair is null ? throw new FormatException("A map has an element that is no pair.") : pair.GetType().Kept().GetProperty(name)!.GetValue(pair);
}
