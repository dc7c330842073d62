using System.Collections.Immutable;
using System.Reflection;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>The operations of a theory as tables in a world, filled as they are asked for.</summary>
internal sealed class TheoryTables(World world, SymbolicValue.TheoryReference theory)
{
    private readonly Dictionary<(MethodInfo Method, Arguments Arguments), object?> known = [];

    /// <summary>The abstract operations, those of extended theories included, in the order of declaration.</summary>
    internal static ImmutableArray<MethodInfo> OperationsOf(Type theory) =>
        [.. theory.GetInterfaces().Prepend(theory).SelectMany(t => t.GetMethods()).Where(m => m.IsAbstract && !IsDomain(m.ReturnType))];

    internal static bool IsDomain(Type type) => type.IsOf(typeof(Domain<>));

    /// <summary>The value of an abstract member.</summary>
    internal object? Lookup(MethodInfo method, object?[] arguments)
    {
        if (IsDomain(method.ReturnType)) return world.Domain(method.ReturnType);
        var key = (method, new Arguments([.. arguments]));
        if (known.TryGetValue(key, out var value)) return value;
        value = world.Apply(theory, method, arguments);
        known.Add(key, value);
        return value;
    }

    private sealed record Arguments(ImmutableArray<object?> Values)
    {
        public bool Equals(Arguments? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

        public override int GetHashCode() => Values.Aggregate(Values.Length, (hash, value) => HashCode.Combine(hash, value));
    }
}
