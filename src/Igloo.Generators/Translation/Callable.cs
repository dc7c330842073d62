using Igloo.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Which members a model may call.</summary>
internal static class Callable
{
    /// <summary>A member of another assembly has terms there only if it belongs to a model or is marked.</summary>
    public static void RequireElsewhere(ISymbol member, Location at)
    {
        var declaring = Members.DeclaringType(member);
        if (Known.IsModelClass(declaring) || Known.IsTheory(declaring) || Known.Has(member, Known.ModelAttribute) || Known.Has(declaring, Known.ModelAttribute))
        {
            return;
        }

        var name = declaring.Name + "." + member.Name;
        throw new UntranslatableException(Known.FullName(declaring) == "System.Linq.Enumerable"
            ? new Finding(Descriptors.Linq, at, member.Name, LinqAdvice(member.Name))
            : new Finding(Descriptors.Call, at, name, Advice(member.ContainingAssembly)));
    }

    private static string Advice(IAssemblySymbol home) =>
        home.Modules.Any(m => m.ReferencedAssemblies.Any(a => a.Name == "Igloo"))
            ? $"It is in the assembly {home.Identity.Name}: mark it [Model] there, or make it an operation of a theory."
            : $"It is in the assembly {home.Identity.Name}, which knows nothing of models: use the operations of Igloo.Values, or make it an operation of a theory.";

    /// <summary>A member of this compilation is translated because it is called, if it can be.</summary>
    public static void RequireHere(ISymbol member, Location at)
    {
        var declaring = Members.DeclaringType(member);
        var slot = Members.Slot(member);
        if (Known.IsModelClass(declaring) || Known.IsTheory(declaring))
        {
            return;
        }

        if (slot.IsVirtual || slot.IsAbstract || declaring.TypeKind == TypeKind.Interface)
        {
            throw new UntranslatableException(new Finding(Descriptors.VirtualMember, at, declaring.Name + "." + member.Name));
        }

        if (!member.IsStatic && !Known.IsRecord(declaring) && !Members.IsExtensionBlock(member.ContainingType) && declaring.TypeKind is not (TypeKind.Struct or TypeKind.Enum))
        {
            throw new UntranslatableException(new Finding(Descriptors.Call, at, declaring.Name + "." + member.Name, "Instances are records, model classes and theories; make it static or a member of one."));
        }
    }

    private static string LinqAdvice(string name) => name switch
    {
        "All" or "Where" => $"Use {name} of the collection itself: its argument is then translated.",
        "Any" => "Use Exists of the collection.",
        "Count" => "Use Count of the collection.",
        "Contains" => "Use Contains of the collection.",
        "Select" or "SelectMany" => "Use a bulk update such as AddWhere over a domain.",
        _ => "Use the operations of Igloo.Values.",
    };
}
