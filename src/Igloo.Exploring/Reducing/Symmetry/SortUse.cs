using System.Reflection;
using Igloo.Exploring.Enumerating;
using Igloo.Values;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>Which types contain elements of symmetric sorts.</summary>
internal sealed class SortUse(Func<Type, bool> isSymmetric)
{
    private readonly Dictionary<Type, bool> known = [];

    /// <summary>The sorts marked [Symmetric] that values of the types contain.</summary>
    public static IReadOnlyList<Type> Declared(IEnumerable<Type> types)
    {
        var found = new HashSet<Type>();
        var use = new SortUse(type =>
        {
            if (type.IsDefined(typeof(SymmetricAttribute), inherit: false)) found.Add(type);
            return false;
        });
        foreach (var type in types) use.Contains(type);
        return [.. found.OrderBy(t => t.FullName, StringComparer.Ordinal)];
    }

    /// <summary>Whether values of a type may contain elements of a symmetric sort.</summary>
    public bool Contains(Type type)
    {
        if (known.TryGetValue(type, out var contains)) return contains;
        if (isSymmetric(type)) return known[type] = true;
        known[type] = false;

        // Every part is looked at, also after one was found: Declared lists them all.
        foreach (var part in type.GetGenericArguments().Concat(Parts(type))) contains |= Contains(part);
        return known[type] = contains;
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsInterface || type == typeof(string) || type.Namespace == typeof(Set<>).Namespace) return [];
        return type.IsAbstract
            ? Shape.CasesOf(type)
            : Shape.ConstructorOf(type) is { } constructor ? constructor.GetParameters().Select(p => p.ParameterType) : [];
    }
}
