namespace Igloo;

/// <summary>Questions about the generic types that models are written with.</summary>
internal static class GenericTypes
{
    /// <summary>Whether a type is made of a generic definition: <c>Set&lt;int&gt;</c> of <c>Set&lt;&gt;</c>.</summary>
    public static bool IsOf(this Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    /// <summary>The nearest class among a type and its bases that is made of a generic definition, or null if none is.</summary>
    public static Type? BaseOf(this Type? type, Type definition)
    {
        for (; type is not null; type = type.BaseType)
            if (type.IsOf(definition)) return type;
        return null;
    }
}
