using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Checks;

/// <summary>Mistakes in models that are well within the subset.</summary>
internal static class ModelChecks
{
    public static IEnumerable<Finding> Of(UnitBuilder unit, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var isComponent = Ancestor(type, "Igloo.Components.Component`2") is not null;
        if (Ancestor(type, "Igloo.Models.EventSystem`2") is not { TypeArguments: [var state, INamedTypeSymbol events] })
        {
            return [];
        }

        var findings = new List<Finding>(LivenessForm.OfProperties(type, state));
        if (IsOwn(events, type))
        {
            findings.AddRange(LivenessForm.OfFairness(events));
        }

        if (isComponent && IsOwn(events, type))
        {
            findings.AddRange(SignatureCheck.Of(events));
        }

        var next = type.GetMembers("Next").OfType<IMethodSymbol>().FirstOrDefault(m => m.IsOverride && Known.FullName(Members.Slot(m).ContainingType) == "Igloo.Models.EventSystem`2");
        if (next is { IsAbstract: false })
        {
            findings.AddRange(ArmCheck.Of(unit, next, events, cancellation));
            findings.AddRange(GuardCheck.Of(unit, next, events, cancellation));
        }

        return findings;
    }

    /// <summary>The type itself is no ancestor: library bases are not models of anything.</summary>
    private static INamedTypeSymbol? Ancestor(INamedTypeSymbol type, string name)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (Known.FullName(t) == name)
            {
                return t;
            }
        }

        return null;
    }

    private static bool IsOwn(INamedTypeSymbol events, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(events.ContainingAssembly, type.ContainingAssembly);
}
