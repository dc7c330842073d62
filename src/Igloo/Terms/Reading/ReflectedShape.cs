using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Terms.Reading;

/// <summary>
/// The shapes of data types that no unit of their own assembly declares, because no model there mentions them: a library of types
/// only, or <see cref="Igloo.Components.Unit"/>.
/// </summary>
/// <remarks>The same conditions as the generator's: equality field by field, nothing stored beside the primary constructor, closed hierarchies.</remarks>
internal static class ReflectedShape
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The shape, or null where the type is no data or has a shape that terms do not have.</summary>
    public static TypeShape? Of(Type type) =>
        type.IsEnum ? new TypeShape.Enumeration(type, [.. type.Kept().GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.Name)])
        : !IsRecord(type) ? null
        : type.IsDefined(typeof(SortAttribute), inherit: false) ? new TypeShape.Sort(type)
        : type is { IsClass: true, IsAbstract: true } ? Union(type)
        : type is { IsClass: true, IsSealed: false } ? null
        : Record(type);

    private static TypeShape.Record? Record(Type type)
    {
        var stored = StoredFields(type).Length;
        // A struct without fields declares no constructor.
        return stored == 0 ? new TypeShape.Record(type, []) : type.Kept().GetConstructors()
            .Select(c => c.GetParameters())
            .Where(p => p.Length == stored && p.All(q => type.Kept().GetProperty(q.Name!)?.PropertyType == q.ParameterType))
            .Select(p => new TypeShape.Record(type, [.. p.Select(q => new Field(q.Name!, FieldType(type.Kept().GetProperty(q.Name!)!)))]))
            .FirstOrDefault();
    }

    private static TypeShape.Union? Union(Type type)
    {
        var cases = type.Kept().GetNestedTypes()
            .Select(c => type.IsConstructedGenericType ? c.At(type.GetGenericArguments()) : c)
            .Where(c => c.BaseType == type)
            .InDeclarationOrder()
            .ToImmutableArray();
        var isClosed = StoredFields(type).IsEmpty && cases.All(c => c.IsSealed) && OpenDefinition(type).Assembly.Types().Count(t => Extends(t, type)) == cases.Length;
        return isClosed && !cases.IsEmpty ? new TypeShape.Union(type, cases) : null;
    }

    private static Type FieldType(PropertyInfo property)
    {
        if (Nullable.GetUnderlyingType(property.PropertyType) is { } value)
        {
            return typeof(Option<>).At(value);
        }

        var isAnnotated = !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return isAnnotated ? typeof(Option<>).At(property.PropertyType) : property.PropertyType;
    }

    private static bool IsRecord(Type type) =>
        IsGenerated(type.Kept().GetMethod("PrintMembers", Instance)) && IsGenerated(type.Kept().GetMethod(nameof(Equals), Instance, [type]));

    private static bool Extends(Type type, Type hierarchy) =>
        type.BaseType is { } parent && OpenDefinition(parent) == OpenDefinition(hierarchy);

    private static Type OpenDefinition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsGenerated(MethodInfo? method) => method?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) == true;

    private static ImmutableArray<FieldInfo> StoredFields(Type type) => [.. type.Kept().GetFields(Instance)];
}
