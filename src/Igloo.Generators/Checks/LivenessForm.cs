using Igloo.Generators.Diagnostics;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Checks;

/// <summary>Liveness properties have the form that their attribute asks for, and fairness names parameters that exist.</summary>
internal static class LivenessForm
{
    private static readonly string[] Fairness = ["Igloo.Models.WeaklyFairAttribute", "Igloo.Models.StronglyFairAttribute"];

    public static IEnumerable<Finding> OfProperties(INamedTypeSymbol type, ITypeSymbol state)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            var isEventually = Known.Has(method, Known.EventuallyAttribute);
            if (!isEventually && !Known.Has(method, Known.LeadsToAttribute)) continue;
            var takesState = method.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, state));
            var takesPast = method.Parameters.Any(p => Known.Collection(p.Type) == "Past");
            var returns = isEventually ? method.ReturnType.SpecialType == SpecialType.System_Boolean : Known.FullName(method.ReturnType) == "Igloo.Models.Response";
            if (!takesState || takesPast || !returns)
            {
                yield return new Finding(
                    Descriptors.LivenessForm,
                    method.Locations[0],
                    method.Name,
                    isEventually ? "[Eventually]" : "[LeadsTo]",
                    isEventually ? "bool" : "Response (write LeadsTo(premise, conclusion))");
            }
        }
    }

    public static IEnumerable<Finding> OfFairness(INamedTypeSymbol events)
    {
        foreach (var c in events.OriginalDefinition.GetTypeMembers().Where(t => Known.Derives(t, events.OriginalDefinition)))
        {
            var parameters = Members.PrimaryConstructor(c)?.Parameters.Select(p => p.Name).ToList() ?? [];
            var named = c.GetAttributes()
                .Where(a => Fairness.Contains(Known.FullName(a.AttributeClass)))
                .SelectMany(a => a.NamedArguments)
                .Where(n => n.Key == "Per" && n.Value is { IsNull: false, Kind: TypedConstantKind.Array })
                .SelectMany(n => n.Value.Values)
                .Select(v => v.Value as string ?? "");
            foreach (var name in named.Where(n => !parameters.Contains(n)))
            {
                yield return new Finding(Descriptors.FairnessPer, c.Locations[0], c.Name, name);
            }
        }
    }
}
