using System.Reflection;
using Igloo.Models;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>What trace properties say of the ones above that they follow from.</summary>
internal static class Transported
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The claim of a trace property; null if it is to be proved from invariants.</summary>
    internal static TransportsAttribute? ClaimOf(FunctionDefinition property) =>
        property.DeclaringType.GetMethods(Declared)
            .Where(m => m.Name == property.Name && m.GetParameters().Select(p => p.ParameterType).SequenceEqual(property.Parameters.Select(p => p.Type)))
            .Select(m => m.GetCustomAttribute<TransportsAttribute>())
            .FirstOrDefault(a => a is not null);

    /// <summary>The refinement that a claim names.</summary>
    /// <exception cref="UnsupportedModelException">It is no refinement of the system.</exception>
    internal static Connection ConnectionOf(Subject subject, Type system, FunctionDefinition property, TransportsAttribute claim)
    {
        if (!typeof(Refinement).IsAssignableFrom(claim.Through) || claim.Through.IsAbstract)
            throw new UnsupportedModelException($"{property.Name} cannot follow through {Vocabulary.NameOf(claim.Through)}, which is no refinement.", property.Source);
        var connection = Connection.OfRefinement(subject.InstanceOf(claim.Through));
        return connection.Below.Type == system
            ? connection
            : throw new UnsupportedModelException(
                $"{property.Name} of {Vocabulary.NameOf(system)} cannot follow through {Vocabulary.NameOf(claim.Through)}, which is about {Vocabulary.NameOf(connection.Below.Type)}.", property.Source);
    }

    /// <summary>The trace property above that a claim names.</summary>
    /// <exception cref="UnsupportedModelException">There is none, or it speaks of the state, which the events of a run do not determine.</exception>
    internal static FunctionDefinition PropertyAbove(Connection connection, FunctionDefinition property, TransportsAttribute claim)
    {
        var above = connection.Above.Type;
        var found = ModelFunctions.All(ModelFunctions.Of(connection.Above), FunctionRole.TraceProperty).FirstOrDefault(p => p.Name == claim.Property)
            ?? throw new UnsupportedModelException($"{Vocabulary.NameOf(above)} has no trace property {claim.Property} that {property.Name} could follow from.", property.Source);
        return found.Parameters.Any(p => p.Type == SystemView.EventSystemOf(above).GetGenericArguments()[0])
            ? throw new UnsupportedModelException($"{property.Name} cannot follow from {claim.Property}, which speaks of the state of {Vocabulary.NameOf(above)} and not of its trace alone.", property.Source)
            : found;
    }

    /// <summary>Checks that following claims upwards comes to an end: properties in a circle would prove each other.</summary>
    /// <exception cref="UnsupportedModelException">It does not.</exception>
    internal static void RequireGround(Subject subject, Type system, FunctionDefinition property)
    {
        var seen = new HashSet<(Type System, string Property)>();
        var (current, below) = (property, system);
        while (ClaimOf(current) is { } claim)
        {
            if (!seen.Add((below, current.Name)))
                throw new UnsupportedModelException($"{property.Name} of {Vocabulary.NameOf(system)} follows from itself by going round in a circle of refinements.", property.Source);
            var connection = ConnectionOf(subject, below, current, claim);
            (current, below) = (PropertyAbove(connection, current, claim), connection.Above.Type);
        }
    }
}
