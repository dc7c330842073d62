using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Writes types as nodes, and rejects those that terms do not have.</summary>
/// <param name="shapes">Told of every data type that is named.</param>
internal sealed class TypeNames(ShapeCollector shapes)
{
    /// <summary>A type by its definition: what declarations name.</summary>
    public static Node Definition(INamedTypeSymbol type) => Node.Type(QualifiedName(type), type.TypeKind == TypeKind.Enum);

    /// <summary>A type as terms name it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="at">Where to complain.</param>
    /// <param name="parameters">The type parameters in scope, in the order of <c>!k</c>.</param>
    public Node Of(Ty type, Location at, IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        var node = Of(type.Symbol!, at, parameters);
        return type.IsOptional ? Node.Optional(node, type.Symbol!.IsValueType) : node;
    }

    /// <summary>The declaring type of a function with its arguments; unlike the type of a value it may be any class.</summary>
    public Node Declaring(INamedTypeSymbol type, Location at, IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        var arguments = Members.AllTypeArguments(type).ToList();
        return arguments.Count == 0 ? Definition(type) : Node.List([Definition(type), .. arguments.Select(a => Of(Ty.Of(a), at, parameters))]);
    }

    private Node Of(ITypeSymbol type, Location at, IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                if (parameter.NullableAnnotation == NullableAnnotation.Annotated && !parameter.IsReferenceType)
                {
                    throw Unsupported(type, at, $"Constrain {parameter.Name} to class or struct, so that it is known what its null is.");
                }

                for (var i = 0; i < parameters.Count; i++)
                {
                    if (SymbolEqualityComparer.Default.Equals(parameters[i], parameter.OriginalDefinition))
                    {
                        return Node.Word("!" + i);
                    }
                }

                throw Unsupported(type, at, "It is a type parameter from elsewhere.");
            case INamedTypeSymbol named when IsSupported(named, at):
                var arguments = Members.AllTypeArguments(named.TupleUnderlyingType ?? named).ToList();
                var definition = Definition(named.TupleUnderlyingType ?? named);
                return arguments.Count == 0
                    ? definition
                    : Node.List([definition, .. arguments.Select(a => Of(Ty.Of(a), at, parameters))]);
            case INamedTypeSymbol { TypeKind: TypeKind.Interface }:
                throw Unsupported(type, at, "If it is a theory, let it extend ITheory.");
            default:
                throw Unsupported(type, at, "Use bool, int, long, BigInteger, enums, sealed records, tuples, [Sort] structs and the collections of Igloo.Values.");
        }
    }

    private bool IsSupported(INamedTypeSymbol type, Location at)
    {
        if (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_String
            || Known.IsInteger(type)
            || Known.Collection(type) is not null
            || Known.IsModelClass(type)
            || Known.IsModelBase(type)
            || Known.IsTheory(type))
        {
            return true;
        }

        if (type.IsTupleType)
        {
            return type.TupleElements.Length < 8 ? true : throw Unsupported(type, at, "A tuple has at most seven elements; use a record.");
        }

        return shapes.Add(type, at);
    }

    private static UntranslatableException Unsupported(ITypeSymbol type, Location at, string advice) =>
        new(new Finding(Descriptors.Type, at, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), advice));

    private static string QualifiedName(INamedTypeSymbol type) => Known.FullName(type) + ", " + type.ContainingAssembly.Identity.Name;
}
