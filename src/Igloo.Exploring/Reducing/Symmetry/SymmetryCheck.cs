using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Values;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>
/// Checks the claim of [Symmetric]: looks at everything that the transition function, the initial states and the properties are made of, and tries the
/// operations of theories that they use on the instance.
/// </summary>
/// <remarks>
/// Operations of collections, equality and quantifiers commute with every permutation. What can tell elements apart is an element named by the model, an
/// element passed to its constructor, and an operation of a theory; the last are compared on all arguments under permutations that generate all others. What
/// cannot be followed counts as an obstacle.
/// </remarks>
public static class SymmetryCheck
{
    /// <summary>Checks the sorts marked [Symmetric] that occur in states, events and properties.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events and quantifiers range over.</param>
    public static SymmetryVerdict Of(EventSystem system, Universe universe)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        var sorts = SortsOf(system);
        var obstacles = sorts.Count == 0 ? [new SymmetryObstacle(null, null, $"no sort in {TypeText.Of(system.GetType())} is marked [Symmetric]")]
            : sorts.FirstOrDefault(s => !s.IsDefined(typeof(SortAttribute), inherit: false)) is { } other ? [new SymmetryObstacle(other, null, $"{TypeText.Of(other)} is marked [Symmetric], but is no [Sort]")]
            : ObstaclesOf(system, universe, sorts);
        return obstacles.IsEmpty ? new SymmetryVerdict.Symmetric([.. sorts]) : new SymmetryVerdict.NotSymmetric(obstacles);
    }

    private static IReadOnlyList<Type> SortsOf(EventSystem system) => SortUse.Declared(
        ModelProperty.Of(system).Concat(ModelProperty.LivenessOf(system))
            .SelectMany(p => p.Method.GetParameters().Select(parameter => parameter.ParameterType))
            .Concat([system.StateType, system.EventType]));

    private static ImmutableArray<SymmetryObstacle> ObstaclesOf(EventSystem system, Universe universe, IReadOnlyList<Type> sorts)
    {
        var encoder = new Encoder(universe, sorts);
        var renamings = new Renamings(encoder);
        var walk = new SymmetryWalk(system, universe, renamings);
        var properties = ModelProperty.Of(system).Where(p => p.Kind != PropertyKind.Axiom).ToList();
        try
        {
            walk.Visit(ModelTerms.Next(system));
            foreach (var initial in ModelTerms.Initial(system)) walk.Visit(initial);
            foreach (var property in properties) walk.Visit(ModelTerms.Of(property.Method));
        }
        catch (MissingTermsException missing)
        {
            return [new SymmetryObstacle(null, null, missing.Message)];
        }
        catch (NotEnumerableException unlisted)
        {
            return [new SymmetryObstacle(null, null, unlisted.Message)];
        }

        return [.. walk.Obstacles.DistinctBy(o => o.ToString()), .. RangeObstacles(system, universe, properties, renamings)];
    }

    private static IEnumerable<SymmetryObstacle> RangeObstacles(EventSystem system, Universe universe, List<ModelProperty> properties, Renamings renamings)
    {
        var ranges = properties.SelectMany(p => p.Method.GetParameters())
            .Concat(ModelProperty.InitialMethods(system).SelectMany(m => m.GetParameters()))
            .Where(p => p.ParameterType != system.StateType && !ModelProperty.IsPast(p.ParameterType) && !p.ParameterType.IsAssignableTo(system.EventType))
            .Select(p => (Name: TypeText.Of(p.ParameterType), Values: universe.Values(p)))
            .Append((Name: TypeText.Of(system.EventType), Values: universe.Values(system.EventType)))
            .DistinctBy(r => r.Name);
        return ranges
            .Where(range => !renamings.Permute(range.Values))
            .Select(range => new SymmetryObstacle(null, null, $"the universe has only some of the permuted values of {range.Name}"));
    }
}
