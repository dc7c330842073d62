using Igloo.Models;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// Trace properties of a concrete system that are claimed to follow from those of the abstract one (Igloo paper, section 2.1.2, after lemma 2.2): the
/// preimage of the one above is included in the one below.
/// </summary>
internal sealed class TransportObligations(Subject subject, SystemPoint before)
{
    private SystemView Concrete => before.System;

    /// <summary>The obligations for the claims that name a refinement.</summary>
    internal IEnumerable<Obligation> Of(Connection connection)
    {
        foreach (var property in Concrete.TraceProperties)
        {
            if (Transported.ClaimOf(property) is not { } claim || claim.Through != connection.By.Type) continue;
            // Premises may support each other, so what goes round in a circle must not be derived at all.
            Transported.RequireGround(subject, Concrete.Type, property);
            var above = Transported.PropertyAbove(connection, property, claim);
            var now = NowOf(property, Concrete);
            var quantified = subject.ParametersOf(property, [.. Concrete.Others(property).Where(p => p != now)]);
            foreach (var step in before.Events.Where(e => e.IsOf(now.Type, Concrete.EventType)))
            {
                var image = ImageOf(connection, step.Case.Value);
                var scene = before.SceneOf(step, [new(SceneRole.AbstractEvent, "Abstract event", SystemView.EventSystemOf(connection.Above.Type).GetGenericArguments()[1], image), .. quantified]);
                var bindings = Concrete.At(property, before.State, before.Past, p => p == now ? step.ValueAs(now.Type) : quantified.First(q => q.Name == p.Name).Value);
                yield return subject.Valid(
                    ObligationKind.Transport, $"{property.Name} of {Vocabulary.NameOf(Concrete.Type)} follows at {step.Case.Name} from {above.Name} of {Vocabulary.NameOf(connection.Above.Type)}",
                    property.Source, scene,
                    [step.After.Present, Holds(connection, above, image)],
                    subject.Goals(property.Body!, bindings, $"{above.Name} of {Vocabulary.NameOf(connection.Above.Type)} holds of what the mediator makes of the trace, but the trace violates the property."),
                    [new Premise(connection.Above.Type, above.Name), connection.Premise])
                    .Establishing(new Premise(Concrete.Type, property.Name));
            }
        }
    }

    /// <summary>The property above at the image of an event, if it is about such events: it says nothing of skip.</summary>
    private Expression Holds(Connection connection, FunctionDefinition property, SymbolicValue.Optional image)
    {
        if (image.Value is null) return Fol.True;
        var system = new SystemView(subject.Evaluation, connection.Above);
        var now = NowOf(property, system);
        var isAbout = now.Type == system.EventType ? Fol.True : subject.Evaluation.IsCase(image.Value, now.Type);
        if (isAbout.IsFalse) return Fol.True;
        var e = now.Type == system.EventType ? image.Value : subject.Evaluation.Cast(image.Value, now.Type);
        var past = ImageOf(connection, system.EventType);
        return Fol.Implies(
            Fol.And(image.Present, isAbout),
            subject.Evaluation.ForAllParameters(
                [.. system.Others(property).Where(p => p != now)],
                values => system.At(property, before.State, past, p => p == now ? e : values[p]),
                property.Body!));
    }

    /// <summary>The past above: what the mediator makes of the events below, without skip.</summary>
    private SymbolicValue.SetValue ImageOf(Connection connection, Type eventType) =>
        new(eventType, x => Patterns.Exists(subject.Vocabulary, Concrete.EventType, "earlier", earlier =>
            ImageOf(connection, earlier) is { Value: { } value } image
                ? Fol.And(before.Past.Contains(earlier), image.Present, ValueEquality.Of(subject.Vocabulary, x, value))
                : Fol.False));

    private SymbolicValue.Optional ImageOf(Connection connection, SymbolicValue e) =>
        SystemView.Optional(subject.Evaluation.Call(connection.Mediator, connection.By, [e]));

    private static VariableTerm NowOf(FunctionDefinition property, SystemView system) =>
        property.Parameters.First(p => !SystemView.IsPast(p.Type) && p.Type != system.StateType);
}
