using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// What an equality of systems owes: simulations both ways, with mediators that are inverse to each other and map no event that can
/// happen to skip. Without the latter the total relation would relate any two systems.
/// </summary>
internal sealed class EqualityObligations
{
    private readonly Subject subject;
    private readonly FunctionDefinition related;
    private readonly Side left;
    private readonly Side right;

    internal EqualityObligations(Subject subject)
    {
        this.subject = subject;
        var (first, second) = RefinementObligations.SystemsOf(subject.Self, typeof(Equality<,,,>));
        var functions = ModelFunctions.Of(subject.Self);
        related = ModelFunctions.Named(functions, nameof(Equality<,,,>.Related), subject.Type);
        var forth = ModelFunctions.Named(functions, nameof(Equality<,,,>.Forth), subject.Type);
        var back = ModelFunctions.Named(functions, nameof(Equality<,,,>.Back), subject.Type);
        // Two systems of one class need names that tell the directions apart.
        var isSame = first.Type == second.Type;
        left = new(new SystemView(subject.Evaluation, first), "l", forth, subject, isLeft: true, isSame ? " (left)" : string.Empty);
        right = new(new SystemView(subject.Evaluation, second), "r", back, subject, isLeft: false, isSame ? " (right)" : string.Empty);
    }

    internal SystemView Left => left.System;

    internal SystemView Right => right.System;

    internal IEnumerable<Obligation> All() =>
        Initial().Concat(OneWay(left, right)).Concat(OneWay(right, left)).Select(o => o.Establishing(Connection.Simulates(subject.Type)))
            .Concat(new PreimageObligations(subject, left.Point).Of(Connection.OfEquality(subject.Self)))
            .Concat(DefinednessObligations.Of(subject, [related, left.Mediator, right.Mediator]));

    private IEnumerable<Obligation> Initial()
    {
        var l = Single(left.System);
        var r = Single(right.System);
        yield return subject.Valid(
            ObligationKind.InitialSimulation, "Initial states are related", related.Source,
            subject.SceneOf(new Scene.Entry(SceneRole.Before, "Left initial", left.System.StateType, l), new(SceneRole.AbstractBefore, "Right initial", right.System.StateType, r)),
            [], Relation(l, r, "The initial states are not related."), []);
    }

    private IEnumerable<Obligation> OneWay(Side from, Side to)
    {
        var hypotheses = from.Point.Hypotheses.Concat(to.Point.Hypotheses)
            .Append(subject.Evaluation.Truth(related.Body!, Evaluation.Scope(related, subject.Self, Ordered(from, from.Point.State, to.Point.State)))).ToImmutableArray();
        var premises = from.Point.Premises.Concat(to.Point.Premises).ToImmutableArray();
        foreach (var step in from.Point.Events)
        {
            var image = SystemView.Optional(subject.Evaluation.Call(from.Mediator, subject.Self, [step.Case.Value]));
            var follows = image.Value is null ? SymbolicValue.Optional.None : to.System.Step(to.Point.State, image.Value);
            var scene = from.Point.SceneOf(step,
            [
                .. to.Point.Entries,
                new(SceneRole.AbstractEvent, "Counterpart", to.System.EventType, image),
                new(SceneRole.AbstractAfter, "Counterpart after", to.System.StateType, follows),
            ]);
            yield return subject.Valid(
                ObligationKind.Inverse, $"{step.Case.Name} has a name of its own {to.Place}", from.Mediator.Source, scene,
                [.. hypotheses, step.After.Present], Inverse(step, image, from, to), premises);
            yield return subject.Valid(
                ObligationKind.Simulation, $"{step.Case.Name} is simulated {to.Place}", related.Source, scene,
                [.. hypotheses, step.After.Present], Simulated(step, image, follows, from, to), premises);
        }
    }

    private IEnumerable<Statement.Goal> Inverse(SystemStep step, SymbolicValue.Optional image, Side from, Side to)
    {
        if (step.After.Value is null) return [];
        var named = GoalSplitting.OfPresence(subject.Evaluation, from.Mediator.Body!, Evaluation.Scope(from.Mediator, subject.Self, [step.Case.Value]));
        var goals = Subject.Goals(named, "An event that can happen has no counterpart.");
        if (image.Value is null) return goals;
        var again = SystemView.Optional(subject.Evaluation.Call(to.Mediator, subject.Self, [image.Value]));
        var same = again.Value is null ? Fol.False : Fol.And(again.Present, ValueEquality.Of(subject.Vocabulary, again.Value, step.Case.Value));
        return goals.Concat(Subject.Goals(same, "The counterpart of the counterpart is another event.").Select(g => g with { Assumptions = [image.Present] }));
    }

    private IEnumerable<Statement.Goal> Simulated(SystemStep step, SymbolicValue.Optional image, SymbolicValue.Optional follows, Side from, Side to)
    {
        if (step.After.Value is null) return [];
        var enabled = image.Value is null
            ? Subject.Goals(Fol.False, "An event that can happen has no counterpart.")
            : Subject.Goals(
                GoalSplitting.OfPresence(subject.Evaluation, to.System.Next.Body!, Evaluation.Scope(to.System.Next, to.System.Self, [to.Point.State, image.Value])),
                "The counterpart is not enabled.").Select(g => g with { Assumptions = [image.Present, .. g.Assumptions] });
        if (follows.Value is null) return enabled;
        var pair = Ordered(from, step.After.Value, follows.Value);
        return enabled.Concat(Relation(pair[0], pair[1], "The states after are not related.").Select(g => g with { Assumptions = [image.Present, follows.Present, .. g.Assumptions] }));
    }

    private IEnumerable<Statement.Goal> Relation(SymbolicValue l, SymbolicValue r, string label) =>
        subject.Goals(related.Body!, Evaluation.Scope(related, subject.Self, [l, r]), label);

    private SymbolicValue Single(SystemView system) =>
        system.Initials is [{ Parameters.IsEmpty: true } one] && subject.Evaluation.Call(one, system.Self, []) is var state and not SymbolicValue.Optional
            ? state
            : throw new UnsupportedModelException($"{Vocabulary.NameOf(system.Type)} has several initial states. An equality needs systems with a single one.", system.Next.Source);

    private ImmutableArray<SymbolicValue> Ordered(Side from, SymbolicValue own, SymbolicValue other) => ReferenceEquals(from, left) ? [own, other] : [other, own];

    private sealed class Side(SystemView system, string name, FunctionDefinition mediator, Subject subject, bool isLeft, string suffix)
    {
        internal SystemView System { get; } = system;

        internal FunctionDefinition Mediator { get; } = mediator;

        internal string Place { get; } = $"in {Vocabulary.NameOf(system.Type)}{suffix}";

        internal SystemPoint Point { get; } = new(
            subject, system, name, isLeft ? SceneRole.Before : SceneRole.AbstractBefore, isLeft ? SceneRole.Past : SceneRole.AbstractPast);
    }
}
