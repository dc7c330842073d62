using System.Reflection;

namespace Igloo.Exploring.Enumerating;

/// <summary>A type as it is used in one place, with its nullable annotations.</summary>
internal readonly record struct Slot(Type Type, NullabilityInfo? Annotations, bool AllowsNull)
{
    /// <summary>A type without annotations: references are not null.</summary>
    public static Slot Of(Type type) => Of(type, null);

    /// <summary>The type of a parameter as annotated.</summary>
    public static Slot Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    /// <summary>The same place without null.</summary>
    public Slot WithoutNull() => this with { Type = Nullable.GetUnderlyingType(Type) ?? Type, AllowsNull = false };

    /// <summary>A type argument.</summary>
    public Slot Argument(int index) => Of(
        Type.GetGenericArguments()[index],
        Annotations is { GenericTypeArguments: { } known } && index < known.Length ? known[index] : null);

    private static Slot Of(Type type, NullabilityInfo? annotations) => new(
        type,
        annotations,
        Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && annotations?.ReadState == NullabilityState.Nullable));
}
