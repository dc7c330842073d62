using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using Igloo.Exploring.Enumerating;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Exploring;

/// <summary>
/// The finite list of values of each type in one instance: what event parameters and quantifiers range over when a model runs.
/// </summary>
/// <remarks>
/// The values of a type are, in this order of preference: those given by <see cref="With(Type,IEnumerable{object})"/>; the domains
/// that the theory instances supply; the addresses of all participants; the indexes 0 to size - 1 of a sort and the same range of
/// integers; and for records, closed hierarchies, options, tuples and sets everything that can be built. They are what parameters range
/// over that no condition restricts; of collections that have no list some small values, and the search is not called complete. A value that a guard names, by an equality, membership in a collection or two bounds, is tried as well;
/// where that is not possible although the model computes values that are not listed, a search is not called complete. Immutable; safe to
/// use from several threads.
/// </remarks>
public sealed class Universe
{
    /// <summary>The largest number of values that a type may have.</summary>
    public const int MaxValues = 1_000_000;

    private const int MaxSubsetElements = 16;

    private static readonly ImmutableHashSet<Type> Integers =
        [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(BigInteger)];

    private readonly ImmutableDictionary<Type, ImmutableArray<object>> given;
    private readonly ConcurrentDictionary<Type, IReadOnlyList<object>> known = new();

    private readonly ConcurrentDictionary<Type, bool> guesses = new();

    private Universe(int size, ImmutableArray<object> theories, ImmutableDictionary<Type, ImmutableArray<object>> given)
    {
        Size = size;
        Theories = theories;
        this.given = given;
    }

    /// <summary>How many values a sort without a domain has, and integers.</summary>
    public int Size { get; }

    /// <summary>The theory instances whose domains are used.</summary>
    public ImmutableArray<object> Theories { get; }

    /// <summary>The universe of a size and of theory instances.</summary>
    /// <param name="size">How many values a sort without a domain has, at least 1.</param>
    /// <param name="theories">Instances of theories.</param>
    public static Universe Of(int size, params IEnumerable<object> theories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ImmutableArray<object> instances = [.. theories];
        return new(size, instances, Domains(instances));
    }

    /// <summary>The universe with other values for one type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="values">All its values.</param>
    public Universe With<T>(params IEnumerable<T> values)
        where T : notnull => With(typeof(T), values.Cast<object>());

    /// <summary>The universe with other values for one type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="values">All its values.</param>
    public Universe With(Type type, IEnumerable<object> values) => new(Size, Theories, given.SetItem(type, [.. values.Distinct()]));

    /// <summary>All values of a type; not null.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="NotEnumerableException">The type has no finite list of values.</exception>
    public IReadOnlyList<object> Values(Type type) => Values(Slot.Of(type), TypeText.Of(type), [])!;

    /// <summary>All values of a type; messages name a place.</summary>
    internal IReadOnlyList<object> Values(Type type, string place) => Values(Slot.Of(type), place, [])!;

    /// <summary>What makes this universe differ from others, a line each.</summary>
    internal IEnumerable<string> Describe() =>
    [
        $"size {Size}",
        .. Theories.Select(t => t.GetType().ToString()),
        .. given.OrderBy(g => g.Key.FullName, StringComparer.Ordinal).Select(g => $"{g.Key}: {string.Join(' ', g.Value.Select(ValueText.Of))}"),
    ];

    /// <summary>Whether the values of a type were given by <see cref="With(Type,IEnumerable{object})"/> or by a theory.</summary>
    internal bool IsGiven(Type type) => given.ContainsKey(type);

    /// <summary>Whether the values of a type are no more than a guess: integers among them that were not given.</summary>
    internal bool IsGuess(Type type) => guesses.GetOrAdd(type, t => Contains(t, []));

    /// <summary>All values of a parameter; null among them where its annotation allows it.</summary>
    /// <param name="parameter">The parameter of a method or constructor.</param>
    /// <exception cref="NotEnumerableException">Its type has no finite list of values.</exception>
    public IReadOnlyList<object?> Values(ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Values(Slot.Of(parameter), Place(parameter), []);
    }

    /// <summary>Whether two values agree on this universe: maps are compared at the keys that exist, whatever their defaults.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">Another value.</param>
    public bool Same(object? a, object? b) => Agreement.Holds(this, a, b);

    private static string Place(ParameterInfo parameter)
    {
        var declaring = parameter.Member.DeclaringType is { } type ? TypeText.Of(type) : "";
        return parameter.Member is ConstructorInfo ? $"{declaring}.{parameter.Name}" : $"{declaring}.{parameter.Member.Name}, parameter {parameter.Name}";
    }

    private static ImmutableDictionary<Type, ImmutableArray<object>> Domains(ImmutableArray<object> theories) => theories
        .SelectMany(theory => theory.GetType().GetInterfaces().Append(theory.GetType())
            .SelectMany(type => type.GetProperties())
            .Where(p => p.PropertyType.IsOf(typeof(Domain<>)) && p.GetIndexParameters().Length == 0)
            .Select(p => (Type: p.PropertyType.GetGenericArguments()[0], Values: ((System.Collections.IEnumerable)p.GetValue(theory)!).Cast<object>())))
        .GroupBy(domain => domain.Type)
        .ToImmutableDictionary(group => group.Key, group => group.SelectMany(domain => domain.Values).Distinct().ToImmutableArray());

    private IReadOnlyList<object?> Values(Slot slot, string place, ImmutableList<Type> path)
    {
        if (slot.AllowsNull)
        {
            return [null, .. Values(slot.WithoutNull(), place, path)];
        }

        if (slot.Type.IsOf(typeof(Set<>)) && !given.ContainsKey(slot.Type))
        {
            return Subsets(slot, place, path);
        }

        return slot.Type.IsGenericType && IsTuple(slot.Type) && !given.ContainsKey(slot.Type)
            ? Tuples(slot, place, path)
            : known.TryGetValue(slot.Type, out var values) ? values : known.GetOrAdd(slot.Type, List(slot.Type, place, path));
    }

    private IReadOnlyList<object> List(Type type, string place, ImmutableList<Type> path)
    {
        if (given.TryGetValue(type, out var values)) return values;
        if (type == typeof(bool)) return [false, true];
        if (type.IsEnum) return [.. Enum.GetValues(type).Cast<object>().Distinct()];
        if (Integers.Contains(type)) return [.. Enumerable.Range(0, Size).Select(i => Integer(type, i))];
        if (type == typeof(Address) && Addresses() is { Count: > 0 } addresses) return addresses;
        if (type.IsDefined(typeof(SortAttribute), inherit: false)) return [.. Enumerable.Range(0, Size).Select(i => Sorted(type, i, place))];
        if (path.Contains(type)) throw Unbounded(place, type, "It contains itself, so it has values of every depth.");
        if (type.IsAbstract) return Cases(type, place, path.Add(type));
        return Shape.ConstructorOf(type) is { } constructor
            ? [.. Products(constructor.GetParameters().Select(p => Values(Slot.Of(p), Place(p), path.Add(type))).ToArray(), place, type).Select(constructor.Invoke)]
            : throw Unbounded(place, type, "");
    }

    private IReadOnlyList<object> Cases(Type hierarchy, string place, ImmutableList<Type> path)
    {
        var cases = Shape.CasesOf(hierarchy).ToArray();
        return cases.Length > 0
            ? [.. cases.SelectMany(c => Values(Slot.Of(c), place, path)).OfType<object>()]
            : throw Unbounded(place, hierarchy, "It is abstract and has no nested cases.");
    }

    private IReadOnlyList<object> Tuples(Slot slot, string place, ImmutableList<Type> path)
    {
        var parts = slot.Type.GetGenericArguments().Select((_, i) => Values(slot.Argument(i), place, path)).ToArray();
        var constructor = slot.Type.GetConstructors().Single();
        return [.. Products(parts, place, slot.Type).Select(constructor.Invoke)];
    }

    private IReadOnlyList<object> Subsets(Slot slot, string place, ImmutableList<Type> path)
    {
        var elements = Values(slot.Argument(0), place, path);
        return elements.Count <= MaxSubsetElements
            ? SetBuilder.Of(slot.Type.GetGenericArguments()[0]).Subsets(elements)
            : throw Unbounded(place, slot.Type, $"{elements.Count} elements have too many subsets.");
    }

    private IReadOnlyList<object> Addresses() =>
    [
        .. Theories
            .SelectMany(theory => theory.GetType().GetInterfaces()
                .Where(i => i.IsOf(typeof(IAddressing<>)))
                .SelectMany(i => Values(i.GetGenericArguments()[0])
                    .Select(participant => i.GetMethod(nameof(IAddressing<>.AddressOf))!.Invoke(theory, [participant])!)))
            .Distinct(),
    ];

    private static IEnumerable<object?[]> Products(IReadOnlyList<object?>[] ranges, string place, Type type)
    {
        var count = ranges.Aggregate(1L, (product, range) => Math.Min(product * range.Count, MaxValues + 1L));
        return count <= MaxValues ? Product.Of(ranges) : throw Unbounded(place, type, $"There are more than {MaxValues:N0}.");
    }

    private static object Sorted(Type type, int index, string place)
    {
        var constructor = type.GetConstructors().FirstOrDefault(c => c.GetParameters() is [var p] && Integers.Contains(p.ParameterType))
            ?? throw Unbounded(place, type, "A sort needs a constructor with one integer, its index.");
        return constructor.Invoke([Integer(constructor.GetParameters()[0].ParameterType, index)]);
    }

    private static object Integer(Type type, int value) =>
        type == typeof(BigInteger) ? (BigInteger)value : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);

    internal static bool IsTuple(Type type) => type.IsValueType && typeof(System.Runtime.CompilerServices.ITuple).IsAssignableFrom(type);

    /// <summary>Whether values of the type hold integers or text that nobody listed.</summary>
    private bool Contains(Type type, HashSet<Type> seen) =>
        !given.ContainsKey(type) && seen.Add(type)
        && (Integers.Contains(type) || type == typeof(string)
            || (!type.IsEnum && type != typeof(bool) && type != typeof(Address) && !type.IsDefined(typeof(SortAttribute), inherit: false) && Parts(type).Any(part => Contains(part, seen))));

    private static IEnumerable<Type> Parts(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? [underlying]
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Set<>) || IsTuple(type)) ? type.GetGenericArguments()
        : type.IsAbstract ? Shape.CasesOf(type)
        : Shape.ConstructorOf(type)?.GetParameters().Select(p => p.ParameterType) ?? [];

    private static NotEnumerableException Unbounded(string place, Type type, string reason) => new(
        place,
        type,
        $"{reason} Give them: a property of type Domain<{TypeText.Of(type)}> in a theory, or universe.With<{TypeText.Of(type)}>(...).".TrimStart());
}
