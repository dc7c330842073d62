using System.Numerics;
using Igloo.Generators.Tests.Corpus;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Generators.Tests.Differential;

/// <summary>Random values of the types of terms, from a small range so that equal ones meet often.</summary>
internal sealed class RandomValues(int seed)
{
    private const int DeepestRecord = 3;

    private readonly Random random = new(seed);

    public object? Of(Type type, int depth = 0)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Option<>))
        {
            return random.Next(3) == 0 || depth > DeepestRecord ? null : Of(type.GetGenericArguments()[0], depth);
        }

        return type switch
        {
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(-3, 5),
            _ when type == typeof(long) => (long)random.Next(-3, 5),
            _ when type == typeof(BigInteger) => new BigInteger(random.Next(-3, 5)),
            _ when type == typeof(string) => "xyz"[random.Next(3)].ToString(),
            _ when type == typeof(IScale) => new Scale(),
            _ when type == typeof(Counters) => new Counters(new Scale(), random.Next(1, 4)),
            _ when type == typeof(Doubled) => new Doubled(new Scale()),
            { IsEnum: true } => Any(Enum.GetValues(type).Cast<object>().ToList()),
            { Namespace: "Igloo.Values" } => Collection(type, depth),
            _ => Shaped(TermRegistry.Shape(type), depth),
        };
    }

    private object? Shaped(TypeShape shape, int depth) => shape switch
    {
        TypeShape.Sort sort => Activator.CreateInstance(sort.Type, random.Next(3)),
        TypeShape.Union union => Of(Any(union.Cases), depth),
        TypeShape.Record record => Activator.CreateInstance(NativeTypes.Of(record.Type), record.Fields.Select(f => Of(f.Type, depth + 1)).ToArray()),
        _ => throw new InvalidOperationException($"No random {shape.Type}."),
    };

    private object Collection(Type type, int depth)
    {
        var arguments = type.GetGenericArguments();
        var native = NativeTypes.Of(type);
        var name = type.Name.Split('`')[0];
        if (name is "Map" or "FiniteMap")
        {
            var map = name == "Map"
                ? native.GetMethod("Constant")!.Invoke(null, [Of(arguments[1], depth + 1)])!
                : native.GetProperty("Empty")!.GetValue(null)!;
            for (var i = random.Next(3); i > 0; i--)
            {
                map = native.GetMethod("Set")!.Invoke(map, [Of(arguments[0], depth + 1), Of(arguments[1], depth + 1)])!;
            }

            return map;
        }

        if (name == "Domain")
        {
            return arguments[0] == typeof(Agent) ? new Scale().Agents : throw new InvalidOperationException($"No random {type}.");
        }

        var collection = native.GetProperty("Empty")!.GetValue(null)!;
        for (var i = random.Next(4); i > 0; i--)
        {
            collection = native.GetMethod(name == "Seq" ? "Append" : "Add")!.Invoke(collection, [Of(arguments[0], depth + 1)])!;
        }

        return collection;
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
