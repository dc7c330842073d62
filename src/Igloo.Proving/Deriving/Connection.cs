using Igloo.Models;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>A refinement, or an equality read in one direction: what takes the traces of a system to those of the one above it.</summary>
/// <param name="By">The refinement or equality.</param>
/// <param name="Mediator">What takes events up.</param>
/// <param name="Below">The system whose traces are included.</param>
/// <param name="Above">The system that includes them.</param>
/// <param name="IsEquality">Whether it is an equality.</param>
internal sealed record Connection(SymbolicValue.Object By, FunctionDefinition Mediator, SymbolicValue.Object Below, SymbolicValue.Object Above, bool IsEquality)
{
    /// <summary>That it is a simulation.</summary>
    internal Premise Premise => Simulates(By.Type);

    internal static Premise Simulates(Type connection) => new(connection, "simulation");

    internal static Connection OfRefinement(SymbolicValue.Object refinement)
    {
        var (concrete, @abstract) = RefinementObligations.SystemsOf(refinement, typeof(Refinement<,,,>));
        return new(refinement, MediatorOf(refinement, nameof(Refinement<,,,>.Mediate)), concrete, @abstract, IsEquality: false);
    }

    internal static Connection OfEquality(SymbolicValue.Object equality)
    {
        var (left, right) = RefinementObligations.SystemsOf(equality, typeof(Equality<,,,>));
        return new(equality, MediatorOf(equality, nameof(Equality<,,,>.Forth)), left, right, IsEquality: true);
    }

    /// <summary>The connections in a system's own assembly that go on upwards from it.</summary>
    internal static IEnumerable<Connection> From(Subject subject, Type system) => From(subject, system, TermRegistry.Models(system.Assembly));

    /// <summary>The connections among these models that go on upwards from a system; those of its own assembly first.</summary>
    internal static IEnumerable<Connection> From(Subject subject, Type system, IEnumerable<Type> models) =>
        models
            .Where(t => !t.IsAbstract && !t.IsGenericTypeDefinition && (StateBelow(t) == SystemView.EventSystemOf(system).GetGenericArguments()[0]))
            .OrderBy(t => t.Assembly != system.Assembly).ThenBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => subject.InstanceOf(t))
            .Select(o => typeof(Refinement).IsAssignableFrom(o.Type) ? OfRefinement(o) : OfEquality(o))
            .Where(c => c.Below.Type == system);

    private static FunctionDefinition MediatorOf(SymbolicValue.Object connection, string name) =>
        ModelFunctions.Named(ModelFunctions.Of(connection), name, connection.Type);

    private static Type? StateBelow(Type connection) =>
        (connection.BaseOf(typeof(Refinement<,,,>)) ?? connection.BaseOf(typeof(Equality<,,,>)))?.GetGenericArguments()[0];
}
