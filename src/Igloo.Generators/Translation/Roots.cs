using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Which types have a unit, and which of their members are in it.</summary>
internal static class Roots
{
    public static bool IsRoot(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && !Members.IsExtensionBlock(type)
        && (Known.IsModelClass(type) || Known.IsTheory(type) || Known.Has(type, Known.ModelAttribute) || AllMembers(type).Any(m => Known.Has(m, Known.ModelAttribute) || Known.IsTyping(m)));

    /// <summary>Members that must be translatable: what the framework asks for and what is marked.</summary>
    public static IEnumerable<ISymbol> Required(INamedTypeSymbol type) => Functions(type).Where(m => IsRequired(m, type));

    /// <summary>Members that obligations speak of. What else is translated is only executed, unless these call it.</summary>
    public static IEnumerable<ISymbol> Proved(INamedTypeSymbol type) => Functions(type).Where(m => Known.RoleByAttribute(m) is { } role
        ? role != "Sometimes"
        : !Known.IsTheory(type) && m.IsOverride && !IsUntyped(m));

    /// <summary>Members that are translated if they can be, so that models in other assemblies may call them.</summary>
    public static IEnumerable<ISymbol> Optional(INamedTypeSymbol type) =>
        Known.IsModelClass(type)
            ? Functions(type).Where(m => !IsRequired(m, type) && m.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal && !IsUntyped(m))
            : [];

    /// <summary>Whether a member belongs to the untyped views of models, which only tools use.</summary>
    public static bool IsUntyped(ISymbol member)
    {
        var slot = Members.Slot(member).ContainingType;
        return slot.SpecialType == SpecialType.System_Object || Known.IsModelBase(slot) || IsBuiltIn(member);
    }

    private static bool IsRequired(ISymbol member, INamedTypeSymbol type)
    {
        if (Known.RoleByAttribute(member) is not null || Known.Has(member, Known.ModelAttribute) || Known.IsTyping(member))
        {
            return true;
        }

        if (Known.IsTheory(type))
        {
            return true;
        }

        return Known.IsModelClass(type)
            ? !IsUntyped(member) && (member.IsOverride || member.IsAbstract)
            : Known.Has(type, Known.ModelAttribute) && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !IsUntyped(member);
    }

    private static bool IsBuiltIn(ISymbol member) =>
        Known.FullName(member.ContainingType) == "Igloo.Components.Component`2" && member.Name is "IsInternal" or "IsWellTyped";

    private static IEnumerable<ISymbol> Functions(INamedTypeSymbol type) => AllMembers(type).Where(m => m switch
    {
        IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && !method.IsImplicitlyDeclared,
        IPropertySymbol property => !property.IsIndexer && !property.IsImplicitlyDeclared && !(type.IsRecord && Members.IsPositional(property)),
        _ => false,
    });

    private static IEnumerable<ISymbol> AllMembers(INamedTypeSymbol type) =>
        type.GetMembers().SelectMany(m => m is INamedTypeSymbol block && Members.IsExtensionBlock(block) ? block.GetMembers() : [m]);
}
