using System.Collections.Immutable;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>What an event system owes: invariants by induction, lemmas, properties of steps and traces, and that it is not vacuous.</summary>
internal sealed class SystemObligations
{
    private readonly Subject subject;
    private readonly SystemView system;
    private readonly SystemPoint point;

    internal SystemObligations(Subject subject)
    {
        this.subject = subject;
        system = new(subject.Evaluation, subject.Self);
        point = new(subject, system, "s", SceneRole.Before, SceneRole.Past);
        RequireSomethingToHappen();
    }

    /// <summary>Everything holds of the runs of a system that has none.</summary>
    private void RequireSomethingToHappen()
    {
        var name = Vocabulary.NameOf(system.Type);
        if (system.Initials.IsEmpty)
            throw new UnsupportedModelException($"{name} has no initial state. Override Initial, or mark a method that returns a state [Initial].", system.Next.Source);
        if (!point.Events.Any())
            throw new UnsupportedModelException($"{name} has no events: {Vocabulary.NameOf(system.EventType)} has no cases. Nest sealed records in it that derive from it.", system.Next.Source);
    }

    internal IEnumerable<Obligation> All() =>
        Initial().Concat(Consecution()).Concat(Lemmas()).Concat(StepProperties()).Concat(TraceProperties())
            .Concat(DefinednessObligations.Of(subject, system, point)).Concat(DefinednessObligations.OfProperties(subject, system, point)).Concat(GhostParameters()).Concat(Occurrence()).Concat(Nonvacuity());

    private IEnumerable<Obligation> Initial()
    {
        foreach (var initial in system.Initials)
        {
            var parameters = subject.ParametersOf(initial, initial.Parameters);
            var state = SystemView.Optional(subject.Evaluation.Call(initial, subject.Self, [.. parameters.Select(p => p.Value)]));
            if (state.Value is null) continue;
            var past = new SymbolicValue.SetValue(system.EventType, _ => Fol.False);
            foreach (var invariant in system.Invariants)
            {
                var quantified = subject.ParametersOf(invariant, system.Others(invariant));
                var scene = subject.SceneOf([.. parameters, new(SceneRole.Before, "Initial", system.StateType, state.Value), .. quantified]);
                var name = system.Initials.Length == 1 ? $"Initial state satisfies {invariant.Name}" : $"{initial.Name} satisfies {invariant.Name}";
                yield return Establishing(
                    subject.Valid(
                        ObligationKind.Initial, name, invariant.Source, scene, [state.Present],
                        subject.Goals(invariant.Body!, At(invariant, state.Value, past, quantified), "The initial state violates the invariant."), []),
                    invariant);
            }
        }
    }

    private IEnumerable<Obligation> Consecution()
    {
        foreach (var e in point.Events)
        {
            foreach (var invariant in system.Invariants)
            {
                var quantified = subject.ParametersOf(invariant, system.Others(invariant));
                var goals = e.After.Value is null
                    ? []
                    : subject.Goals(invariant.Body!, At(invariant, e.After.Value, e.PastAfter, quantified), "The event breaks the invariant.");
                yield return Establishing(
                    subject.Valid(
                        ObligationKind.Consecution, $"{e.Case.Name} keeps {invariant.Name}", invariant.Source, point.SceneOf(e, quantified),
                        [.. point.Hypotheses, e.After.Present], goals, point.Premises),
                    invariant);
            }
        }
    }

    private IEnumerable<Obligation> Lemmas()
    {
        for (var i = 0; i < system.Lemmas.Length; i++)
        {
            // A lemma may use those before it only, so no circle of lemmas proves itself.
            var lemma = system.Lemmas[i];
            var quantified = subject.ParametersOf(lemma, system.Others(lemma));
            var assumed = system.Assumed("s", point.State, point.Past, i);
            yield return Establishing(
                subject.Valid(
                    ObligationKind.Lemma, $"{lemma.Name} follows", lemma.Source, point.SceneOf([.. quantified]), assumed.Select(a => a.Formula),
                    subject.Goals(lemma.Body!, At(lemma, point.State, point.Past, quantified), "The lemma does not follow from the invariants."),
                    assumed.Select(a => a.Premise)),
                lemma);
        }
    }

    private IEnumerable<Obligation> StepProperties()
    {
        foreach (var property in system.StepProperties)
        {
            var eventType = property.Parameters[1].Type;
            var quantified = subject.ParametersOf(property, [.. property.Parameters.Skip(3)]);
            foreach (var e in point.Events.Where(e => e.IsOf(eventType, system.EventType)))
            {
                var goals = e.After.Value is null
                    ? []
                    : subject.Goals(
                        property.Body!,
                        Evaluation.Scope(property, subject.Self, [point.State, e.ValueAs(eventType), e.After.Value, .. quantified.Select(q => q.Value)]),
                        "The step violates the property.");
                yield return subject.Valid(
                    ObligationKind.StepProperty, $"{e.Case.Name} satisfies {property.Name}", property.Source, point.SceneOf(e, quantified),
                    [.. point.Hypotheses, e.After.Present], goals, point.Premises);
            }
        }
    }

    private IEnumerable<Obligation> TraceProperties()
    {
        foreach (var property in system.TraceProperties.Where(p => Transported.ClaimOf(p) is null))
        {
            var now = property.Parameters.First(p => !SystemView.IsPast(p.Type) && p.Type != system.StateType);
            var quantified = subject.ParametersOf(property, [.. system.Others(property).Where(p => p != now)]);
            foreach (var e in point.Events.Where(e => e.IsOf(now.Type, system.EventType)))
            {
                var bindings = system.At(property, point.State, point.Past, p => p == now ? e.ValueAs(now.Type) : Value(quantified, p));
                yield return Establishing(subject.Valid(
                    ObligationKind.TraceProperty, $"{e.Case.Name} satisfies {property.Name}", property.Source, point.SceneOf(e, quantified),
                    [.. point.Hypotheses, e.After.Present], subject.Goals(property.Body!, bindings, "The trace violates the property."), point.Premises), property);
            }
        }
    }

    private IEnumerable<Obligation> GhostParameters()
    {
        foreach (var e in point.Events)
        {
            var shape = (TypeShape.Record)TermRegistry.Shape(e.Case.Fields.Type);
            if (!shape.Fields.Any(f => f.IsGhost)) continue;
            var other = e.With(shape.Fields.Where(f => f.IsGhost).Select(f => f.Name), "other");
            var goals = shape.Fields.Where(f => f.IsGhost).SelectMany(f => Subject.Goals(
                ValueEquality.Of(subject.Vocabulary, e.Case.Fields.Find(f.Name)!, other.Case.Fields.Find(f.Name)!),
                $"The guard allows two values of the ghost parameter {f.Name}."));
            var scene = point.SceneOf(e, [new(SceneRole.OtherEvent, "Other", system.EventType, other.Case.Value)]);
            yield return subject.Valid(
                ObligationKind.Ghost, $"guard of {e.Case.Name} fixes its ghost parameters", system.Next.Source, scene,
                [.. point.Hypotheses, e.After.Present, other.After.Present], goals, point.Premises);
        }
    }

    private IEnumerable<Obligation> Occurrence()
    {
        foreach (var e in point.Events)
            yield return subject.Possible(
                ObligationKind.Occurrence, $"{e.Case.Name} can happen", system.Next.Source, point.SceneOf(e, []), [.. point.Invariants, e.After.Present],
                $"{e.Case.Name} is enabled in no state that satisfies the invariants: whatever is proved about it says nothing.");
    }

    private IEnumerable<Obligation> Nonvacuity()
    {
        foreach (var invariant in system.Invariants)
        {
            if (Implications.PremiseOf(invariant.Body!) is not { } premise) continue;
            var quantified = subject.ParametersOf(invariant, system.Others(invariant));
            var truth = subject.Evaluation.Truth(premise, At(invariant, point.State, point.Past, quantified));
            yield return subject.Possible(
                ObligationKind.Nonvacuity, $"what {invariant.Name} assumes is possible", invariant.Source, point.SceneOf(quantified), [.. point.Invariants, truth],
                $"No state that satisfies the invariants satisfies what {invariant.Name} assumes: it says nothing.");
        }
    }

    private Bindings At(FunctionDefinition predicate, SymbolicValue state, SymbolicValue past, ImmutableArray<Scene.Entry> quantified) =>
        system.At(predicate, state, past, p => Value(quantified, p));

    private static SymbolicValue Value(ImmutableArray<Scene.Entry> quantified, VariableTerm parameter) => quantified.First(q => q.Name == parameter.Name).Value;

    private Obligation Establishing(Obligation obligation, FunctionDefinition function) =>
        obligation.Establishing(new Premise(system.Type, function.Name));
}
