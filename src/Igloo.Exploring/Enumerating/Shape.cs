using System.Reflection;

namespace Igloo.Exploring.Enumerating;

/// <summary>What reflection tells of the values of models: constructors of records, cases of closed hierarchies.</summary>
internal static class Shape
{
    private const BindingFlags Nested = BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The constructor whose parameters are the fields of a record, or null where there is none.</summary>
    public static ConstructorInfo? ConstructorOf(Type type) =>
        type.IsAbstract || type.IsPrimitive || type.IsEnum || type == typeof(string)
            ? null
            : type.GetConstructors()
                .Where(c => !IsCopy(c, type) && c.GetParameters().All(p => PropertyOf(type, p) is not null) && (c.GetParameters().Length > 0 || IsRecord(type)))
                .MaxBy(c => c.GetParameters().Length);

    /// <summary>The property that a constructor parameter of a record initialises.</summary>
    public static PropertyInfo? PropertyOf(Type type, ParameterInfo parameter) =>
        type.GetProperties().FirstOrDefault(p => p.Name == parameter.Name && p.PropertyType == parameter.ParameterType);

    /// <summary>The concrete cases of an abstract record, in the order of declaration.</summary>
    public static IEnumerable<Type> CasesOf(Type hierarchy) => hierarchy.GetNestedTypes(Nested)
        .Select(nested => Close(nested, hierarchy))
        .Where(nested => nested != hierarchy && nested.IsSubclassOf(hierarchy))
        .OrderBy(nested => nested.MetadataToken)
        .SelectMany(nested => nested.IsAbstract ? CasesOf(nested) : [nested]);

    /// <summary>Whether the struct or class is a record without fields of its own.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var single] && single.ParameterType == type;

    private static Type Close(Type nested, Type hierarchy) =>
        nested.IsGenericTypeDefinition && nested.GetGenericArguments().Length == hierarchy.GetGenericArguments().Length
            ? nested.MakeGenericType(hierarchy.GetGenericArguments())
            : nested;
}
