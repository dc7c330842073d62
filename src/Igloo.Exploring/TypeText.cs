namespace Igloo.Exploring;

/// <summary>How types read in messages: as in C# source, without namespaces.</summary>
internal static class TypeText
{
    /// <summary>The name of a type with its declaring types and type arguments.</summary>
    public static string Of(Type type)
    {
        if (type == typeof(int)) return "int";
        if (type == typeof(long)) return "long";
        if (type == typeof(string)) return "string";
        if (type == typeof(bool)) return "bool";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying) + "?";

        var arguments = type.GetGenericArguments();
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var declaring = type is { IsNested: true, IsGenericParameter: false } ? Of(Declaring(type)) + "." : "";
        var own = arguments.Skip(inherited).Select(Of).ToArray();
        return declaring + type.Name.Split('`')[0] + (own.Length == 0 ? "" : $"<{string.Join(", ", own)}>");
    }

    private static Type Declaring(Type type)
    {
        var declaring = type.DeclaringType!;
        return declaring.IsGenericTypeDefinition && !type.IsGenericTypeDefinition
            ? declaring.MakeGenericType(type.GetGenericArguments()[..declaring.GetGenericArguments().Length])
            : declaring;
    }
}
