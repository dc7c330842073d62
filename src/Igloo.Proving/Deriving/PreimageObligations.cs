using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// Trace properties travel down through mediators, all the way: an abstract event that a property speaks of and that no concrete event
/// maps to makes the property below say nothing.
/// </summary>
internal sealed class PreimageObligations(Subject subject, SystemPoint before)
{
    private readonly HashSet<Type> visited = [];

    internal IEnumerable<Obligation> Of(SymbolicValue.Object refinement)
    {
        var images = before.Events.Select(step => (step.After.Present, Event: (SymbolicValue)step.Case.Value)).ToImmutableArray();
        return Of(refinement, images, isDirect: true);
    }

    private IEnumerable<Obligation> Of(SymbolicValue.Object refinement, ImmutableArray<(Expression Guard, SymbolicValue Event)> below, bool isDirect)
    {
        if (!visited.Add(refinement.Type)) yield break;
        var mediate = ModelFunctions.Named(ModelFunctions.Of(refinement), nameof(Refinement<,,,>.Mediate), refinement.Type);
        var above = RefinementObligations.SystemsOf(refinement, typeof(Refinement<,,,>)).Second;
        var images = below
            .Select(b => (b.Guard, Image: SystemView.Optional(subject.Evaluation.Call(mediate, refinement, [b.Event]))))
            .Where(b => b.Image.Value is not null)
            .Select(b => (Guard: Fol.And(b.Guard, b.Image.Present), Event: b.Image.Value!))
            .ToImmutableArray();
        var properties = ModelFunctions.All(ModelFunctions.Of(above), FunctionRole.TraceProperty);
        var events = SystemView.EventSystemOf(above.Type).GetGenericArguments()[1];
        foreach (var caseType in properties.SelectMany(p => EventsOf(p, events)).Distinct())
        {
            var name = isDirect ? $"{caseType.Name} has a preimage" : $"{caseType.Name} of {Vocabulary.NameOf(above.Type)} has a preimage";
            var maps = Fol.Or(images.Select(i => Fol.And(i.Guard, subject.Evaluation.IsCase(i.Event, caseType))));
            yield return subject.Possible(
                ObligationKind.Preimage, name, mediate.Source, before.SceneOf([]), [.. before.Invariants, maps],
                $"No event of {Vocabulary.NameOf(before.System.Type)} that can happen is {caseType.Name} to {Vocabulary.NameOf(above.Type)}: its trace properties would say nothing here.");
        }

        foreach (var next in RefinementsOf(above.Type))
            foreach (var obligation in Of(subject.InstanceOf(next), images, isDirect: false)) yield return obligation;
    }

    /// <summary>The refinements in the system's own assembly that go on upwards from it.</summary>
    private static IEnumerable<Type> RefinementsOf(Type system)
    {
        var state = SystemView.EventSystemOf(system).GetGenericArguments()[0];
        return TermRegistry.Models(system.Assembly)
            .Where(t => !t.IsAbstract && !t.IsGenericTypeDefinition && typeof(Refinement).IsAssignableFrom(t) && ConcreteStateOf(t) == state)
            .OrderBy(t => t.FullName, StringComparer.Ordinal);
    }

    private static Type? ConcreteStateOf(Type refinement)
    {
        for (var t = refinement; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Refinement<,,,>)) return t.GetGenericArguments()[0];
        return null;
    }

    /// <summary>The event cases that a trace property speaks of.</summary>
    private static IEnumerable<Type> EventsOf(FunctionDefinition property, Type hierarchy)
    {
        var cases = ((TypeShape.Union)TermRegistry.Shape(hierarchy)).Cases;
        return property.Parameters.Select(p => p.Type).Concat(TermParts.All(property.Body!).Select(t => t.Type)).Where(cases.Contains);
    }
}
