using System.Reflection;
using Xunit.v3;

namespace Igloo.Testing;

/// <summary>One row for each obligation of the model of a class derived from <see cref="ModelTests{TModel}"/>.</summary>
public sealed class ModelObligationsAttribute : ObligationsAttributeBase, ITypeAwareDataAttribute
{
    /// <summary>The test class, which xunit sets.</summary>
    public Type? MemberType { get; set; }

    private protected override (Type Marker, bool WholeAssembly) Origin(MethodInfo testMethod)
    {
        for (var type = MemberType ?? testMethod.ReflectedType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ModelTests<>)) return (type.GetGenericArguments()[0], false);
        }

        throw new InvalidOperationException($"{testMethod.DeclaringType} does not derive from ModelTests<TModel>; name the model: [Obligations<TModel>].");
    }
}
