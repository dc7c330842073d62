using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Recognises the types of the runtime library by name; the generator has no reference to it.</summary>
internal static class Known
{
    public const string ModelAttribute = "Igloo.Models.ModelAttribute";
    public const string SortAttribute = "Igloo.Values.SortAttribute";
    public const string GhostAttribute = "Igloo.Models.GhostAttribute";
    public const string AxiomAttribute = "Igloo.Theories.AxiomAttribute";
    public const string InitialAttribute = "Igloo.Models.InitialAttribute";
    public const string InputAttribute = "Igloo.Components.InputAttribute";
    public const string EventuallyAttribute = "Igloo.Models.EventuallyAttribute";
    public const string LeadsToAttribute = "Igloo.Models.LeadsToAttribute";
    public const string InternalAttribute = "Igloo.Components.InternalAttribute";

    private const string CompilerGeneratedAttribute = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    // Asked for over and over; the table does not keep compilations alive.
    private static readonly ConditionalWeakTable<ITypeSymbol, string> Names = new();

    private static readonly string[] ModelBases = ["Igloo.Models.EventSystem", "Igloo.Models.Refinement", "Igloo.Models.Equality"];

    private static readonly (string Attribute, string Role)[] Roles =
    [
        (AxiomAttribute, "Axiom"),
        (InitialAttribute, "Initial"),
        ("Igloo.Models.InvariantAttribute", "Invariant"),
        ("Igloo.Models.LemmaAttribute", "Lemma"),
        ("Igloo.Models.StepPropertyAttribute", "StepProperty"),
        ("Igloo.Models.TracePropertyAttribute", "TraceProperty"),
        ("Igloo.Models.SometimesAttribute", "Sometimes"),
        ("Igloo.Models.TerminalAttribute", "Terminal"),
        (EventuallyAttribute, "Eventually"),
        (LeadsToAttribute, "LeadsTo"),
        ("Igloo.Components.RankingAttribute", "Ranking"),
    ];

    /// <summary>The full metadata name of the definition of a type: <c>Igloo.Values.Set`1</c>.</summary>
    public static string FullName(ITypeSymbol? type) => type is null ? string.Empty : Names.GetValue(type.OriginalDefinition, Compute);

    private static string Compute(ITypeSymbol type) => type switch
    {
        { ContainingType: { } outer } => FullName(outer) + "+" + type.MetadataName,
        { ContainingNamespace: { IsGlobalNamespace: false } space } => space.ToDisplayString() + "." + type.MetadataName,
        _ => type.MetadataName,
    };

    public static AttributeData? Attribute(ISymbol symbol, string attributeName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (FullName(attribute.AttributeClass) == attributeName)
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(ISymbol symbol, string attributeName) => Attribute(symbol, attributeName) is not null;

    /// <summary>The role that an attribute gives a member, or null.</summary>
    public static string? RoleByAttribute(ISymbol member)
    {
        foreach (var (attribute, role) in Roles)
        {
            if (Has(member, attribute))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>Whether instances of the type are values of models: event systems, refinements, equalities.</summary>
    public static bool IsModelClass(ITypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Class })
        {
            return false;
        }

        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (IsModelBase(t))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a member is the typing of an I/O operation.</summary>
    public static bool IsTyping(ISymbol member) =>
        member is IMethodSymbol { Name: "Returns", IsOverride: true } && FullName(Members.Slot(member).ContainingType) == "Igloo.Components.IoOperation`2";

    /// <summary>Whether the type is one of the untyped views that model classes derive from.</summary>
    public static bool IsModelBase(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 0 } && ModelBases.Contains(FullName(type));

    public static bool IsTheory(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Interface } && type.AllInterfaces.Any(IsTheoryBase);

    public static bool IsTheoryBase(ITypeSymbol type) => FullName(type) == "Igloo.Theories.ITheory";

    public static bool IsSort(ITypeSymbol? type) => type is { TypeKind: TypeKind.Struct } && Has(type, SortAttribute);

    public static bool IsInteger(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 || IsBigInteger(type);

    public static bool IsBigInteger(ITypeSymbol? type) => FullName(type) == "System.Numerics.BigInteger";

    /// <summary>The name of a collection of Igloo.Values (Set, Map, ...), or null.</summary>
    public static string? Collection(ITypeSymbol? type) => FullName(type) switch
    {
        "Igloo.Values.Set`1" => "Set",
        "Igloo.Values.Map`2" => "Map",
        "Igloo.Values.FiniteMap`2" => "FiniteMap",
        "Igloo.Values.Bag`1" => "Bag",
        "Igloo.Values.Seq`1" => "Seq",
        "Igloo.Values.Domain`1" => "Domain",
        "Igloo.Models.Past`1" => "Past",
        _ => null,
    };

    /// <summary>Whether the type is a record, class or struct, of this or another assembly.</summary>
    /// <remarks>Metadata does not say that a struct is a record; its generated equality does.</remarks>
    public static bool IsRecord(ITypeSymbol? type) => type is not null
        && (type.IsRecord
            || (type is { TypeKind: TypeKind.Struct, IsTupleType: false, DeclaringSyntaxReferences.IsEmpty: true }
                && type.OriginalDefinition.GetMembers("op_Equality").Any(m => Has(m, CompilerGeneratedAttribute))));

    /// <summary>Whether the compiler wrote a member.</summary>
    public static bool IsSynthesized(ISymbol member) => member.IsImplicitlyDeclared || Has(member, CompilerGeneratedAttribute);

    /// <summary>Whether the type is a closed hierarchy.</summary>
    public static bool IsUnion(ITypeSymbol? type) => type is { IsRecord: true, IsAbstract: true, TypeKind: TypeKind.Class };

    /// <summary>Whether one type is a proper subtype of another.</summary>
    public static bool Derives(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, ancestor))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(ancestor, SymbolEqualityComparer.Default);
    }
}
