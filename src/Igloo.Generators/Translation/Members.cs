using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Questions about members: their keys, slots, parameters and fields.</summary>
internal static class Members
{
    /// <summary>The documentation-comment id: the key of a function.</summary>
    public static string Key(ISymbol member) =>
        member.OriginalDefinition.GetDocumentationCommentId() ?? member.OriginalDefinition.ToDisplayString();

    /// <summary>The member that this one overrides first, in the base class farthest up, or itself.</summary>
    public static ISymbol Slot(ISymbol member)
    {
        while (Overridden(member) is { } overridden)
        {
            member = overridden;
        }

        return member;
    }

    public static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>The named type that terms see as the declaring one: extension blocks belong to the class around them.</summary>
    public static INamedTypeSymbol DeclaringType(ISymbol member)
    {
        var type = member.ContainingType;
        while (IsExtensionBlock(type))
        {
            type = type.ContainingType;
        }

        return type;
    }

    public static bool IsExtensionBlock(ITypeSymbol type) => type.TypeKind == TypeKind.Extension;

    /// <summary>The type parameters that <c>!k</c> counts: of the declaring type, outer ones first, then of the member.</summary>
    public static IEnumerable<ITypeParameterSymbol> TypeParameters(ISymbol member)
    {
        var own = member is IMethodSymbol method ? method.OriginalDefinition.TypeParameters : [];
        return (member as INamedTypeSymbol ?? member.ContainingType) is { } type ? AllTypeParameters(type.OriginalDefinition).Concat(own) : own;
    }

    public static IEnumerable<ITypeParameterSymbol> AllTypeParameters(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? AllTypeParameters(outer).Concat(type.TypeParameters) : type.TypeParameters;

    public static IEnumerable<ITypeSymbol> AllTypeArguments(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? AllTypeArguments(outer).Concat(type.TypeArguments) : type.TypeArguments;

    /// <summary>The primary constructor of a class or record, or null.</summary>
    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => !IsCopyConstructor(c)).ToList();
        var declared = constructors.Find(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax));
        if (declared is not null || !type.DeclaringSyntaxReferences.IsEmpty)
        {
            return declared;
        }

        // From metadata: of records the constructor all of whose parameters are properties, of classes the longest.
        return constructors
            .Where(c => !Known.IsRecord(type) || c.Parameters.All(p => type.GetMembers(p.Name).OfType<IPropertySymbol>().Any()))
            .OrderByDescending(c => c.Parameters.Length)
            .FirstOrDefault();
    }

    /// <summary>Whether a property of a record is one of its fields: positional, neither computed nor stored elsewhere.</summary>
    public static bool IsPositional(IPropertySymbol property)
    {
        var definition = property.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty)
        {
            return PrimaryConstructor(definition.ContainingType) is { } constructor && constructor.Parameters.Any(p => p.Name == definition.Name);
        }

        return definition.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax;
    }

    /// <summary>Whether values are compared field by field, as terms do.</summary>
    public static bool HasSynthesizedEquality(INamedTypeSymbol record) =>
        record.OriginalDefinition.GetMembers("Equals").OfType<IMethodSymbol>()
            .Where(m => m.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, record.OriginalDefinition))
            .All(Known.IsSynthesized);

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);
}
