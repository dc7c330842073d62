using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>
/// The type of a translated expression. C# has two kinds of <c>T?</c> (a struct and an annotation); terms have one, so whether a value is
/// optional is kept apart from the symbol.
/// </summary>
/// <param name="Symbol">The type without its question mark; null for the literal null.</param>
/// <param name="IsOptional">Whether the value may be absent.</param>
internal readonly record struct Ty(ITypeSymbol? Symbol, bool IsOptional)
{
    /// <summary>The type of the literal null.</summary>
    public static Ty Null => new(null, true);

    public bool IsNull => Symbol is null;

    public bool IsBool => !IsOptional && Symbol?.SpecialType == SpecialType.System_Boolean;

    public Ty Required => this with { IsOptional = false };

    public Ty Optional => this with { IsOptional = true };

    /// <summary>The type that a declaration states.</summary>
    public static Ty Of(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return new Ty(nullable.TypeArguments[0], true);
        }

        // Only references have an annotation that means null; T? of an unconstrained T is rejected where types are named.
        return new Ty(type, type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType);
    }

    public bool IsSameAs(Ty other) =>
        IsOptional == other.IsOptional && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);
}
