using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring;
using Igloo.Theories;

namespace Igloo.Cli.Verifying;

/// <summary>Runs the axioms of a theory on the instances that the user ships: a wrong axiom proves too much.</summary>
internal static class TheoryExploration
{
    /// <summary>The axioms that a theory states itself, not those it extends.</summary>
    public static ImmutableArray<MethodInfo> AxiomsOf(Type theory) =>
    [
        .. theory.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m.IsDefined(typeof(AxiomAttribute))),
    ];

    /// <summary>Checks every axiom on every shipped instance up to a size.</summary>
    /// <param name="theory">The theory.</param>
    /// <param name="assemblies">Where to look for instances, beside the theory's own assembly.</param>
    /// <param name="largest">The largest size.</param>
    public static ExplorationSummary? Explore(Type theory, ImmutableArray<Assembly> assemblies, int largest)
    {
        if (largest < 1)
        {
            return null;
        }

        try
        {
            return new ExplorationSummary(
                [.. Instances.ClassesOf(theory, assemblies).SelectMany(c => Sizes(c, largest).Select(size => Check(c, theory, size)))], null);
        }
        catch (Exception exception) when (exception is NotEnumerableException or ArgumentException)
        {
            return new ExplorationSummary([], exception.Message);
        }
    }

    private static IEnumerable<int> Sizes(Type @class, int largest)
    {
        var range = @class.GetCustomAttribute<InstancesAttribute>()!;
        // One more than is explored: axioms are cheaper than runs.
        return Enumerable.Range(range.From, Math.Max(0, Math.Min(range.To, largest + 1) - range.From + 1));
    }

    private static ExploredInstance Check(Type @class, Type theory, int size)
    {
        var failures = AxiomCheck.Check(Instances.Make(@class, size)).Where(r => !r.Holds && theory.IsAssignableTo(r.Axiom.Method.DeclaringType));
        var name = $"{@class.Name}({size})";
        return new ExploredInstance(
            name, 0, IsComplete: true, [.. failures.Select(f => $"VIOLATED  {name}: {f}")], ImmutableDictionary<string, bool>.Empty, ImmutableDictionary<string, bool>.Empty, []);
    }
}
