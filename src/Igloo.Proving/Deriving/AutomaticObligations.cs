using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Values;

namespace Igloo.Proving.Deriving;

/// <summary>
/// What a component owes for events that nobody reports: that they end, end in one state, and take nothing away. Then the one state that a monitor
/// follows them to stands for all that they can reach.
/// </summary>
/// <remarks>
/// Our extension. Each obligation is about single steps. Termination and confluence at every state that satisfies the invariants give
/// confluence of runs (Newman's lemma), and persistence carries over from steps to runs by induction.
/// </remarks>
internal sealed class AutomaticObligations
{
    private readonly Subject subject;
    private readonly SystemView system;
    private readonly SystemPoint point;
    private readonly ImmutableArray<SystemStep> automatic;
    private readonly ImmutableArray<SystemStep> others;

    internal AutomaticObligations(Subject subject)
    {
        this.subject = subject;
        system = new(subject.Evaluation, subject.Self);
        point = new(subject, system, "s", SceneRole.Before, SceneRole.Past);
        automatic = [.. point.Events.Where(e => e.Case.IsAutomatic)];
        others = [.. EventCase.Of(subject.Vocabulary, system.EventType, "s!other").Select(c => new SystemStep(point, c))];
    }

    internal IEnumerable<Obligation> All() => Confluence().Concat(Persistence()).Concat(Termination());

    private IEnumerable<Obligation> Confluence()
    {
        var seconds = others.Where(o => o.Case.IsAutomatic).ToImmutableArray();
        for (var i = 0; i < automatic.Length; i++)
        {
            foreach (var second in seconds.Skip(i))
            {
                var first = automatic[i];
                var name = first.Case.Name == second.Case.Name ? $"two events {first.Case.Name} commute" : $"{first.Case.Name} and {second.Case.Name} commute";
                var (then, otherwise) = (After(first.After, second), After(second.After, first));
                yield return Pair(
                    ObligationKind.Confluence, name, first, second, then, otherwise,
                    Fol.Or(Same(first.After, second.After), Same(then, second.After), Same(otherwise, first.After), Same(then, otherwise)),
                    "The order of two automatic events matters: they end in different states.");
            }
        }
    }

    private IEnumerable<Obligation> Persistence()
    {
        foreach (var hidden in automatic)
        {
            foreach (var other in others.Where(o => !o.Case.IsAutomatic))
            {
                var (then, otherwise) = (After(hidden.After, other), After(other.After, hidden));
                // What the other event has undone of the hidden one, it may do again.
                var again = After(then, hidden);
                yield return Pair(
                    ObligationKind.Persistence, $"{hidden.Case.Name} leaves {other.Case.Name} as it is", hidden, other, then, otherwise,
                    Fol.Or(Same(then, other.After), Same(then, otherwise), Same(again, other.After), Same(again, otherwise)),
                    $"{hidden.Case.Name}, which nobody reports, takes {other.Case.Name} away or changes what it does.");
            }
        }
    }

    private Obligation Pair(
        ObligationKind kind, string name, SystemStep first, SystemStep second, SymbolicValue.Optional then, SymbolicValue.Optional otherwise, Expression joined, string failure) =>
        subject.Valid(
            kind, name, system.Next.Source,
            point.SceneOf(first,
            [
                new(SceneRole.OtherEvent, "Other", system.EventType, second.Case.Value),
                new(SceneRole.OtherAfter, "Other after", system.StateType, second.After),
                new(SceneRole.Following, "Then", system.StateType, then),
                new(SceneRole.OtherFollowing, "Other then", system.StateType, otherwise),
            ]),
            [.. point.Hypotheses, first.After.Present, second.After.Present],
            first.After.Value is null || second.After.Value is null ? [] : [new Statement.Goal([], joined, null, failure)],
            point.Premises);

    private SymbolicValue.Optional After(SymbolicValue.Optional state, SystemStep step)
    {
        if (state.Value is null) return state;
        var next = system.Step(state.Value, step.Case.Value);
        return new(Fol.And(state.Present, next.Present), next.Value);
    }

    private Expression Same(SymbolicValue.Optional left, SymbolicValue.Optional right) =>
        left.Value is null || right.Value is null
            ? Fol.False
            : Fol.And(left.Present, right.Present, ValueEquality.Of(subject.Vocabulary, left.Value, right.Value));

    private IEnumerable<Obligation> Termination()
    {
        var rankings = ModelFunctions.All(system.Functions, FunctionRole.Ranking);
        if (rankings.IsEmpty)
        {
            yield return Unranked();
            yield break;
        }

        var ranking = rankings[0];
        if (rankings.Length > 1)
            throw new UnsupportedModelException($"{Vocabulary.NameOf(system.Type)} has {rankings.Length} rankings; of which automatic events use something up, one has to say.", rankings[1].Source);
        if (ranking.Parameters is not [{ } parameter] || parameter.Type != system.StateType)
            throw new UnsupportedModelException($"The ranking {ranking.Name} does not take the state alone: {Vocabulary.NameOf(system.StateType)}.", ranking.Source);
        foreach (var step in automatic)
        {
            var goals = step.After.Value is null ? [] : GoalsOf(ranking, step.After.Value);
            yield return subject.Valid(
                ObligationKind.Termination, $"{step.Case.Name} makes {ranking.Name} smaller", ranking.Source, point.SceneOf(step, []),
                [.. point.Hypotheses, step.After.Present], goals, point.Premises);
        }

        foreach (var definedness in DefinednessObligations.Of(subject, [ranking])) yield return definedness;
    }

    private ImmutableArray<Statement.Goal> GoalsOf(FunctionDefinition ranking, SymbolicValue after)
    {
        // A step that changes nothing may be repeated for ever, and nobody notices.
        var stays = ValueEquality.Of(subject.Vocabulary, point.State, after);
        Statement.Goal Goal(Expression decreases, string failure) => new([], Fol.Or(stays, decreases), null, failure);
        switch (Rank(ranking, point.State), Rank(ranking, after))
        {
            case (SymbolicValue.SetValue before, SymbolicValue.SetValue later):
                return
                [
                    Goal(
                        Patterns.ForAll(subject.Vocabulary, before.ElementType, "x", x => Fol.Implies(later.Contains(x), before.Contains(x))),
                        $"The event changes the state and adds an element to {ranking.Name}."),
                    Goal(
                        Patterns.Exists(subject.Vocabulary, before.ElementType, "x", x => Fol.And(before.Contains(x), Fol.Not(later.Contains(x)))),
                        $"The event changes the state and takes no element from {ranking.Name}."),
                ];
            case (SymbolicValue.Scalar before, SymbolicValue.Scalar later) when before.Expression.Sort == Sort.Int:
                return
                [
                    Goal(Fol.Less(later.Expression, before.Expression), $"The event changes the state and does not make {ranking.Name} smaller."),
                    Goal(Fol.LessOrEqual(Fol.Integer(0), later.Expression), $"The event makes {ranking.Name} negative, so that it may become smaller for ever."),
                ];
            default:
                throw new UnsupportedModelException(
                    $"The ranking {ranking.Name} is a {Vocabulary.NameOf(ranking.ReturnType)}, which may become smaller for ever. Return an integer or a {nameof(Set<>)}.", ranking.Source);
        }
    }

    private SymbolicValue Rank(FunctionDefinition ranking, SymbolicValue state) => subject.Evaluation.Call(ranking, system.Self, [state]);

    private Obligation Unranked()
    {
        const string Name = "automatic events come to an end";
        var names = string.Join(", ", automatic.Select(a => a.Case.Name));
        return new(
            $"{ObligationKind.Termination}:{system.Type.FullName}:{Name}".Replace(' ', '_'), Name, subject.Type, ObligationKind.Termination, system.Next.Source,
            new Statement.Unstated(
                new Scene(subject.Vocabulary, [], []),
                $"{Vocabulary.NameOf(system.Type)} does not say what its automatic events {names} use up: they might go on for ever.",
                "Mark a method from the state to an integer or a Set [Ranking]: what becomes smaller with each of these events. Or let the program report them."));
    }
}
