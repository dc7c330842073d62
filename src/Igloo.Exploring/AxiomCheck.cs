using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring.Properties;
using Igloo.Theories;

namespace Igloo.Exploring;

/// <summary>Checks the axioms of theories on their instances: a wrong axiom proves too much, an inconsistent one everything.</summary>
public static class AxiomCheck
{
    /// <summary>Checks every axiom of every theory that an instance implements, for all values of its universe.</summary>
    /// <param name="theory">The instance.</param>
    /// <param name="universe">The values; those of the instance by default, with three of each sort that it has no domain of.</param>
    /// <exception cref="NotEnumerableException">A parameter of an axiom has no finite range.</exception>
    public static ImmutableArray<AxiomResult> Check(object theory, Universe? universe = null)
    {
        ArgumentNullException.ThrowIfNull(theory);
        var values = universe ?? Universe.Of(3, theory);
        return
        [
            .. theory.GetType().GetInterfaces()
                .Where(i => i.IsAssignableTo(typeof(ITheory)))
                .SelectMany(i => i.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(m => m.IsDefined(typeof(AxiomAttribute)))
                .OrderBy(m => m.DeclaringType!.FullName, StringComparer.Ordinal)
                .ThenBy(m => m.MetadataToken)
                .Select(m => Check(theory, new ModelProperty(PropertyKind.Axiom, m), values)),
        ];
    }

    private static AxiomResult Check(object theory, ModelProperty axiom, Universe universe)
    {
        try
        {
            return new AxiomResult(axiom, new PropertyCheck(theory, axiom, universe, null, null).Find(false, null));
        }
        catch (PropertyFault fault)
        {
            return new AxiomResult(axiom, fault.Arguments, fault.Fault);
        }
    }
}
