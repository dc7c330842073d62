using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>The interface requirements on a component (Igloo paper, section 3.5): guards do not read inputs, operations return something.</summary>
internal sealed class ComponentObligations(Subject subject)
{
    private readonly SystemView system = new(subject.Evaluation, subject.Self);

    internal static bool IsComponent(Type type) => type.BaseOf(typeof(Component<,>)) is not null;

    internal IEnumerable<Obligation> All()
    {
        var point = new SystemPoint(subject, system, "s", SceneRole.Before, SceneRole.Past);
        var operations = point.Events
            .Select(e => (Step: e, Signature: EventSignature.Of(e.Case.Fields.Type)))
            .Where(e => !e.Signature.IsInternal)
            .GroupBy(e => e.Signature.Operation!.GetType());
        foreach (var operation in operations)
        {
            var steps = operation.Select(o => o.Step).ToImmutableArray();
            foreach (var typing in Typing(operation.Key, steps[0])) yield return typing;
            if (steps.Length == 1)
            {
                if (InputIndependence(point, steps[0]) is { } independence) yield return independence;
                continue;
            }

            foreach (var shared in SharedOperation(point, operation.Key, steps)) yield return shared;
        }
    }

    private static IEnumerable<string> Inputs(SystemStep step) => EventSignature.Of(step.Case.Fields.Type).Parameters.Where(p => p.IsInput).Select(p => p.Name);

    private Expression IsWellTyped(SystemStep step) => OperationTyping.Of(subject.Evaluation, step.Case.Fields);

    /// <summary>Enabledness is the same for any two inputs in Ty.</summary>
    private Obligation? InputIndependence(SystemPoint point, SystemStep step)
    {
        if (!Inputs(step).Any()) return null;
        var other = step.With(Inputs(step), "other");
        return subject.Valid(
            ObligationKind.InputIndependence, $"guard of {step.Case.Name} ignores its inputs", system.Next.Source,
            point.SceneOf(step, [new(SceneRole.OtherEvent, "Other input", system.EventType, other.Case.Value)]),
            [.. point.Hypotheses, IsWellTyped(step), IsWellTyped(other)],
            Subject.Goals(Fol.Implies(step.After.Present, other.After.Present), "The guard reads an input, which exists only once the operation was invoked."),
            point.Premises);
    }

    /// <summary>Ty is never empty, where the operation restricts it.</summary>
    private IEnumerable<Obligation> Typing(Type operation, SystemStep step)
    {
        if (OperationTyping.Find(operation) is not { } returns) yield break;
        var self = OperationTyping.Self(subject.Evaluation, operation);
        if (DefinednessObligations.OfTyping(subject, $"typing of {Vocabulary.NameOf(operation)} is well-defined", returns, self) is { } definedness) yield return definedness;
        var output = FreshValues.Of(subject.Vocabulary, $"{returns.Name}.output", returns.Parameters[0].Type);
        var some = Patterns.Exists(subject.Vocabulary, returns.Parameters[1].Type, "w", w =>
            Evaluation.Scalar(subject.Evaluation.Call(returns, self, [output, w])));
        yield return subject.Valid(
            ObligationKind.Typing, $"{Vocabulary.NameOf(operation)} returns something", returns.Source,
            subject.SceneOf(new Scene.Entry(SceneRole.Parameter, "Output", returns.Parameters[0].Type, output)), [],
            Subject.Goals(some, $"For this output {step.Case.Name} can return nothing: Ty is empty."), []);
    }

    /// <summary>Several events on one operation: as one event that is enabled whatever the input is, and for each input once.</summary>
    private IEnumerable<Obligation> SharedOperation(SystemPoint point, Type operation, ImmutableArray<SystemStep> steps)
    {
        var name = Vocabulary.NameOf(operation);
        var aligned = steps.Select(s => Aligned(steps[0], s)).ToImmutableArray();
        var others = aligned.Select(s => s.With(Inputs(s), "other")).ToImmutableArray();
        others = [.. others.Select(s => Aligned(others[0], s))];
        var disjoint = Fol.And(aligned.SelectMany((x, i) => aligned.Skip(i + 1).Select(y => Fol.Not(Fol.And(x.After.Present, y.After.Present)))));
        yield return subject.Valid(
            ObligationKind.Disjointness, $"events on {name} are disjoint", system.Next.Source, point.SceneOf(aligned[0], []),
            [.. point.Hypotheses, IsWellTyped(aligned[0])], Subject.Goals(disjoint, "Two events on one operation are enabled for the same output and input: receive one closed message type and branch in the update."),
            point.Premises);
        yield return subject.Valid(
            ObligationKind.InputIndependence, $"guard of {name} ignores its inputs", system.Next.Source,
            point.SceneOf(aligned[0], [new(SceneRole.OtherEvent, "Other input", system.EventType, others[0].Case.Value)]),
            [.. point.Hypotheses, IsWellTyped(aligned[0]), IsWellTyped(others[0])],
            Subject.Goals(
                Fol.Implies(Fol.Or(aligned.Select(s => s.After.Present)), Fol.Or(others.Select(s => s.After.Present))),
                "The events on one operation do not cover its inputs, or their guards differ."),
            point.Premises);
    }

    /// <summary>The step with the outputs and inputs of another on the same operation.</summary>
    private static SystemStep Aligned(SystemStep model, SystemStep step)
    {
        var from = EventSignature.Of(model.Case.Fields.Type).Parameters.OrderBy(p => p.IsInput).ToArray();
        var to = EventSignature.Of(step.Case.Fields.Type).Parameters.OrderBy(p => p.IsInput).ToArray();
        if (!from.Select(p => (p.Type, p.IsInput)).SequenceEqual(to.Select(p => (p.Type, p.IsInput))))
            throw new UnsupportedModelException($"{model.Case.Name} and {step.Case.Name} are on one operation, but with different parameters.");
        return step.With(to.Select((p, i) => (p.Name, model.Case.Fields.Find(from[i].Name)!)));
    }
}
