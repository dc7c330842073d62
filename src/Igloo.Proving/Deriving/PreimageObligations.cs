using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// Trace properties travel down through mediators, all the way (Igloo paper, lemma 2.2): each property above is claimed below on the strength of every
/// step between. An abstract event that it speaks of and that no concrete event maps to would make it say nothing there.
/// </summary>
internal sealed class PreimageObligations(Subject subject, SystemPoint before)
{
    private readonly HashSet<Type> visited = [];

    /// <summary>The obligations for what is above a refinement, or an equality read in one direction.</summary>
    internal IEnumerable<Obligation> Of(Connection first)
    {
        visited.Add(first.By.Type);
        var events = before.Events.Select(step => (step.After.Present, Event: (SymbolicValue)step.Case.Value)).ToImmutableArray();
        return Of(first, [], events);
    }

    private IEnumerable<Obligation> Of(Connection connection, ImmutableArray<Connection> below, ImmutableArray<(Expression Guard, SymbolicValue Event)> events)
    {
        var path = below.Add(connection);
        var images = events
            .Select(b => (b.Guard, Image: SystemView.Optional(subject.Evaluation.Call(connection.Mediator, connection.By, [b.Event]))))
            .Where(b => b.Image.Value is not null)
            .Select(b => (Guard: Fol.And(b.Guard, b.Image.Present), Event: b.Image.Value!))
            .ToImmutableArray();
        var above = connection.Above.Type;
        var hierarchy = SystemView.EventSystemOf(above).GetGenericArguments()[1];
        var properties = ModelFunctions.All(ModelFunctions.Of(connection.Above), FunctionRole.TraceProperty);
        foreach (var caseType in properties.SelectMany(p => EventsOf(p, hierarchy)).Distinct())
        {
            var maps = Fol.Or(images.Select(i => Fol.And(i.Guard, subject.Evaluation.IsCase(i.Event, caseType))));
            yield return subject.Possible(
                ObligationKind.Preimage, NameOf(caseType, above, path), path[0].Mediator.Source, before.SceneOf([]), [.. before.Invariants, maps],
                $"No event of {Vocabulary.NameOf(before.System.Type)} that can happen is {caseType.Name} to {Vocabulary.NameOf(above)}: its trace properties would say nothing here.")
                .Establishing(new Premise(subject.Type, NameOf(caseType, above, path)));
        }

        foreach (var property in properties)
        {
            yield return subject.Valid(
                ObligationKind.Transport, $"{property.Name} of {Vocabulary.NameOf(above)} holds of {Vocabulary.NameOf(before.System.Type)}", property.Source,
                before.SceneOf([]), [], [],
                [
                    new Premise(above, property.Name),
                    .. path.Select(c => c.Premise),
                    .. EventsOf(property, hierarchy).Distinct().Select(c => new Premise(subject.Type, NameOf(c, above, path))),
                ]);
        }

        foreach (var next in Connection.From(subject, above).Where(c => visited.Add(c.By.Type)))
            foreach (var obligation in Of(next, path, images)) yield return obligation;
    }

    private static string NameOf(Type caseType, Type above, ImmutableArray<Connection> path) =>
        path is [{ IsEquality: false }] ? $"{caseType.Name} has a preimage" : $"{caseType.Name} of {Vocabulary.NameOf(above)} has a preimage";

    /// <summary>The event cases that a trace property speaks of.</summary>
    private static IEnumerable<Type> EventsOf(FunctionDefinition property, Type hierarchy)
    {
        var cases = ((TypeShape.Union)TermRegistry.Shape(hierarchy)).Cases;
        return property.Parameters.Select(p => p.Type).Concat(Subterms.All(property.Body!).Select(t => t.Type)).Where(cases.Contains);
    }
}
