using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Trimming;

namespace Igloo.Values;

/// <summary>What is printed of a record whose printing the compiler wrote: its name and its stored members.</summary>
internal sealed class RecordShape
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, RecordShape?> Known = new();

    private readonly string name;
    private readonly bool isSort;
    private readonly PropertyInfo[] properties;

    private RecordShape(Type type)
    {
        name = type.Name.Split('`')[0];
        isSort = type.IsDefined(typeof(SortAttribute), inherit: false);
        properties = [.. StoredProperties(type)];
    }

    /// <summary>The shape of a record type, or null where the type is none or prints itself.</summary>
    public static RecordShape? Of(Type type) => Known.GetOrAdd(type, static t => IsPrintedByCompiler(t) ? new RecordShape(t) : null);

    public string TextOf(object value)
    {
        if (isSort && properties.Length == 1) return ValueText.Of(properties[0].GetValue(value));
        var members = string.Join(", ", properties.Select(p => $"{p.Name}: {ValueText.Of(p.GetValue(value))}"));
        return members.Length == 0 ? name : $"{name}({members})";
    }

    private static bool IsPrintedByCompiler(Type type) =>
        IsGenerated(type.Kept().GetMethod(nameof(ToString), Type.EmptyTypes))
        && IsGenerated(type.Kept().GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic));

    private static bool IsGenerated(MethodInfo? method) => method?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) == true;

    // A computed property follows from the stored ones, and may be as dear as it likes.
    private static IEnumerable<PropertyInfo> StoredProperties(Type type)
    {
        var inherited = type.BaseType is { } parent ? StoredProperties(parent) : [];
        var own = type.Kept().GetProperties(Members)
            .Where(p => p.GetIndexParameters().Length == 0 && IsGenerated(p.GetMethod))
            .InDeclarationOrder();
        return inherited.Concat(own).DistinctBy(p => p.Name);
    }
}
