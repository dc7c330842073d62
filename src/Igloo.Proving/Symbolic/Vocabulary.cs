using System.Collections.Immutable;
using System.Numerics;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>
/// The names of one encoding: the sort of each scalar type, the symbols, and fresh numbers for bound variables. Not safe for use by several threads.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<Type, Sort> sorts = [];
    private readonly Dictionary<Type, TypeShape?> shapes = [];
    private readonly HashSet<string> sortNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionSymbol> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> freshNames = new(StringComparer.Ordinal);
    private readonly HashSet<Type> finite = [];
    private int variables;

    /// <summary>The C# types that are opaque carriers here, with their sorts.</summary>
    public IEnumerable<KeyValuePair<Type, Sort.Uninterpreted>> Carriers =>
        sorts.Where(s => s.Value is Sort.Uninterpreted).Select(s => KeyValuePair.Create(s.Key, (Sort.Uninterpreted)s.Value));

    /// <summary>The sort of a scalar type (bool, integer, enum, opaque carrier), or of the tags of a hierarchy; null for other types.</summary>
    /// <param name="type">The type.</param>
    public Sort? SortOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type == typeof(bool)) return Sort.Bool;
        if (IsInteger(type) || type == typeof(string)) return Sort.Int;
        if (sorts.TryGetValue(type, out var known)) return known;
        Sort? sort = ShapeOf(type) switch
        {
            TypeShape.Sort => new Sort.Uninterpreted(NameSort(type)),
            TypeShape.Enumeration e => new Sort.Enumeration(NameSort(type), e.Constants),
            TypeShape.Union u => new Sort.Enumeration(NameSort(type), [.. u.Cases.Select(c => c.Name)]),
            _ => null,
        };
        if (sort is not null) sorts.Add(type, sort);
        return sort;
    }

    /// <summary>A symbol by name: the same one for the same name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="arguments">The sorts of its arguments.</param>
    /// <param name="result">The sort of its applications.</param>
    /// <exception cref="InvalidOperationException">The name already stands for a symbol of other sorts.</exception>
    public FunctionSymbol Symbol(string name, ImmutableArray<Sort> arguments, Sort result)
    {
        if (symbols.TryGetValue(name, out var known))
        {
            return known.ResultSort == result && known.ArgumentSorts.AsSpan().SequenceEqual(arguments.AsSpan())
                ? known
                : throw new InvalidOperationException($"The name {name} stands for {known} already.");
        }

        var symbol = new FunctionSymbol(name, arguments, result);
        symbols.Add(name, symbol);
        return symbol;
    }

    /// <summary>A name that was not given out before.</summary>
    /// <param name="name">What it begins with.</param>
    public string FreshName(string name)
    {
        var count = freshNames.GetValueOrDefault(name);
        freshNames[name] = count + 1;
        return count == 0 ? name : $"{name}!{count}";
    }

    /// <summary>A variable for a quantifier, different from all others of this vocabulary.</summary>
    /// <param name="name">A label.</param>
    /// <param name="sort">What it ranges over.</param>
    public BoundVariable FreshVariable(string name, Sort sort) => new(variables++, name, sort);

    /// <summary>The name of a type as messages use it: nested types with their declaring type, arguments in angle brackets.</summary>
    /// <param name="type">The type.</param>
    public static string NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var arguments = type.GetGenericArguments();
        var own = type.Name.Split('`')[0];
        if (type.DeclaringType is { } outer && !type.IsGenericParameter)
        {
            // Nested types repeat the arguments of the type around them.
            var inherited = outer.GetGenericArguments().Length;
            var around = inherited == 0 ? NameOf(outer) : NameOf(outer.MakeGenericType(arguments[..inherited]));
            return arguments.Length == inherited ? $"{around}.{own}" : $"{around}.{own}<{Join(arguments[inherited..])}>";
        }

        return arguments.Length == 0 ? own : $"{own}<{Join(arguments)}>";

        static string Join(Type[] types) => string.Join(',', types.Select(NameOf));
    }

    /// <summary>Rejects data that contains data of its own type: it has infinitely many shapes.</summary>
    /// <exception cref="UnsupportedModelException">The type is recursive.</exception>
    internal void RequireFinite(Type type)
    {
        if (!finite.Contains(type)) Visit(type, []);

        void Visit(Type part, ImmutableHashSet<Type> around)
        {
            if (around.Contains(part))
                throw new UnsupportedModelException(
                    $"{NameOf(part)} contains values of its own type, which has no flat encoding. Bound the nesting, or make it an opaque [Sort] with operations in a theory.");
            if (finite.Contains(part)) return;
            var inside = around.Add(part);
            var parts = ShapeOf(part) switch
            {
                TypeShape.Record record => record.Fields.Select(f => f.Type),
                TypeShape.Union union => union.Cases,
                _ => part.IsGenericType ? part.GetGenericArguments() : Enumerable.Empty<Type>(),
            };
            foreach (var inner in parts) Visit(inner, inside);
            finite.Add(part);
        }
    }

    internal static bool IsInteger(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(BigInteger)
        || type == typeof(short) || type == typeof(byte) || type == typeof(uint) || type == typeof(ulong) || type == typeof(ushort) || type == typeof(sbyte);

    internal TypeShape? ShapeOf(Type type)
    {
        if (!shapes.TryGetValue(type, out var shape)) shapes.Add(type, shape = TermRegistry.FindShape(type));
        return shape;
    }

    private string NameSort(Type type)
    {
        var name = NameOf(type);
        while (!sortNames.Add(name)) name = $"{type.Namespace}.{name}";
        return name;
    }
}
