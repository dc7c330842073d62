using Igloo.Components;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// What a refinement of a component by another owes besides the simulation: each I/O event stays the same operation with the same values, and an
/// internal one stays internal or becomes skip. Otherwise the composition that was proved with the one would not be that of the other.
/// </summary>
/// <remarks>Igloo (OOPSLA 2020), section 3.6: the component is refined behind its I/O interface. The operation carries Ty with it.</remarks>
internal sealed class ComponentRefinementObligations(Subject subject, SystemPoint before, SystemView above, FunctionDefinition mediate)
{
    internal IEnumerable<Obligation> All() => before.Events.Select(KeepsIo).OfType<Obligation>();

    private Obligation? KeepsIo(SystemStep step)
    {
        var image = SystemView.Optional(subject.Evaluation.Call(mediate, subject.Self, [step.Case.Value]));
        var signature = EventSignature.Of(step.Case.Fields.Type);
        if (signature.IsInternal && image.Value is null) return null;
        var same = image.Value switch
        {
            SymbolicValue.Union union => OneOf(union, signature, step.Case.Fields),
            SymbolicValue.Record record => IsSame(signature, step.Case.Fields, record),
            _ => Fol.False,
        };
        return subject.Valid(
            ObligationKind.SameIo, signature.IsInternal ? $"{step.Case.Name} stays internal" : $"{step.Case.Name} keeps its I/O", mediate.Source,
            before.SceneOf(step, [new(SceneRole.AbstractEvent, "Abstract event", above.EventType, image)]),
            [.. before.Hypotheses, step.After.Present],
            signature.IsInternal
                ? Subject.Goals(Fol.Implies(image.Present, same), "An internal event becomes I/O, which the program does not do.")
                : Subject.Goals(Fol.And(image.Present, same), "The I/O is not that of the component above: the composition knows that one only."),
            before.Premises);
    }

    private Expression OneOf(SymbolicValue.Union image, EventSignature signature, SymbolicValue.Record fields) =>
        Fol.Or(image.Cases.Select((c, i) => c is null ? Fol.False : Fol.And(image.Is(i), IsSame(signature, fields, c))));

    private Expression IsSame(EventSignature signature, SymbolicValue.Record fields, SymbolicValue.Record other)
    {
        var others = EventSignature.Of(other.Type);
        if (signature.Operation?.GetType() != others.Operation?.GetType()) return Fol.False;
        if (signature.IsInternal) return Fol.True;
        return Fol.And(Values(signature, fields).Zip(Values(others, other), (x, y) => ValueEquality.Of(subject.Vocabulary, x, y)));
    }

    // Outputs, then inputs: the operation has the same number of each.
    private static IEnumerable<SymbolicValue> Values(EventSignature signature, SymbolicValue.Record fields) =>
        signature.Parameters.OrderBy(p => p.IsInput).Select(p => fields.Find(p.Name)!);
}
