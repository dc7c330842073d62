using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>What a refinement owes: a simulation (Igloo paper, section 2.1.2).</summary>
internal sealed class RefinementObligations
{
    private readonly Subject subject;
    private readonly SystemView concrete;
    private readonly SystemView @abstract;
    private readonly FunctionDefinition related;
    private readonly FunctionDefinition mediate;
    private readonly FunctionDefinition abstractInitial;
    private readonly SystemPoint before;
    private readonly SystemPoint above;

    internal RefinementObligations(Subject subject)
    {
        this.subject = subject;
        var (lower, upper) = SystemsOf(subject.Self, typeof(Refinement<,,,>));
        concrete = new(subject.Evaluation, lower);
        @abstract = new(subject.Evaluation, upper);
        var functions = ModelFunctions.Of(subject.Self);
        related = ModelFunctions.Named(functions, nameof(Refinement<,,,>.Related), subject.Type);
        mediate = ModelFunctions.Named(functions, nameof(Refinement<,,,>.Mediate), subject.Type);
        abstractInitial = ModelFunctions.Named(functions, nameof(Refinement<,,,>.AbstractInitial), subject.Type);
        before = new(subject, concrete, "s", SceneRole.Before, SceneRole.Past);
        above = new(subject, @abstract, "a", SceneRole.AbstractBefore, SceneRole.AbstractPast);
    }

    internal SystemView Concrete => concrete;

    internal SystemView Abstract => @abstract;

    /// <summary>The two systems that a refinement or an equality passes to its base class.</summary>
    internal static (SymbolicValue.Object First, SymbolicValue.Object Second) SystemsOf(SymbolicValue.Object instance, Type definition)
    {
        var level = Evaluation.Levels(instance).First(l => l.Type.IsOf(definition));
        return ((SymbolicValue.Object)level.Values[0], (SymbolicValue.Object)level.Values[1]);
    }

    internal IEnumerable<Obligation> All() =>
        Steps().Concat(OfComponents()).Concat(Preimages()).Concat(Transports()).Concat(DefinednessObligations.Of(subject, [related, mediate, abstractInitial]));

    private IEnumerable<Obligation> Steps() =>
        Initial().Concat(before.Events.Select(Simulation)).Select(o => o.Establishing(Connection.Simulates(subject.Type)));

    private IEnumerable<Obligation> Initial()
    {
        foreach (var initial in concrete.Initials)
        {
            var parameters = subject.ParametersOf(initial, initial.Parameters);
            var state = SystemView.Optional(subject.Evaluation.Call(initial, concrete.Self, [.. parameters.Select(p => p.Value)]));
            if (state.Value is null) continue;
            var upper = subject.Evaluation.Call(abstractInitial, subject.Self, [state.Value]);
            var scene = subject.SceneOf(
                [.. parameters, new(SceneRole.Before, "Initial", concrete.StateType, state.Value), new(SceneRole.AbstractBefore, "Abstract initial", @abstract.StateType, upper)]);
            yield return subject.Valid(
                ObligationKind.InitialSimulation,
                concrete.Initials.Length == 1 ? "Initial states are related" : $"{initial.Name} has a related abstract state",
                related.Source, scene, [state.Present],
                [
                    .. Subject.Goals(IsInitial(upper), "The abstract state is no initial state of the abstract system."),
                    .. subject.Goals(related.Body!, Evaluation.Scope(related, subject.Self, [state.Value, upper]), "The initial states are not related."),
                ],
                []);
        }
    }

    private Expression IsInitial(SymbolicValue state) => Fol.Or(@abstract.Initials.Select(initial =>
        Exists(initial.Parameters, 0, [], values =>
        {
            var one = SystemView.Optional(subject.Evaluation.Call(initial, @abstract.Self, values));
            return one.Value is null ? Fol.False : Fol.And(one.Present, ValueEquality.Of(subject.Vocabulary, one.Value, state));
        })));

    private Expression Exists(ImmutableArray<VariableTerm> parameters, int index, ImmutableArray<SymbolicValue> values, Func<ImmutableArray<SymbolicValue>, Expression> body) =>
        index == parameters.Length
            ? body(values)
            : Patterns.Exists(subject.Vocabulary, parameters[index].Type, parameters[index].Name, v => Exists(parameters, index + 1, values.Add(v), body));

    private Obligation Simulation(SystemStep step)
    {
        var image = SystemView.Optional(subject.Evaluation.Call(mediate, subject.Self, [step.Case.Value]));
        var follows = image.Value is null
            ? new SymbolicValue.Optional(Fol.True, above.State)
            : (SymbolicValue.Optional)Merging.Choose(
                subject.Vocabulary, image.Present, @abstract.Step(above.State, image.Value), new SymbolicValue.Optional(Fol.True, above.State));
        var relation = Evaluation.Scope(related, subject.Self, [before.State, above.State]);
        var scene = before.SceneOf(step,
        [
            .. above.Entries,
            new(SceneRole.AbstractEvent, "Abstract event", @abstract.EventType, image),
            new(SceneRole.AbstractAfter, "Abstract after", @abstract.StateType, follows),
        ]);
        List<Statement.Goal> goals = [];
        if (step.After.Value is not null)
        {
            if (image.Value is not null) goals.AddRange(Enabled(image));
            if (follows.Value is not null)
                goals.AddRange(subject.Goals(
                    related.Body!, Evaluation.Scope(related, subject.Self, [step.After.Value, follows.Value]), "The states after are not related.")
                    .Select(g => g with { Assumptions = follows.Present.IsTrue ? g.Assumptions : [follows.Present, .. g.Assumptions] }));
        }

        return subject.Valid(
            ObligationKind.Simulation, $"{step.Case.Name} is simulated", related.Source, scene,
            [.. before.Hypotheses, .. above.Hypotheses, subject.Evaluation.Truth(related.Body!, relation), step.After.Present],
            goals, before.Premises.Concat(above.Premises));
    }

    private IEnumerable<Statement.Goal> Enabled(SymbolicValue.Optional image)
    {
        var conjuncts = GoalSplitting.OfPresence(
            subject.Evaluation, @abstract.Next.Body!, Evaluation.Scope(@abstract.Next, @abstract.Self, [above.State, image.Value!]));
        return Subject.Goals(conjuncts, "The abstract event is not enabled.")
            .Select(g => g with { Assumptions = image.Present.IsTrue ? g.Assumptions : [image.Present, .. g.Assumptions] });
    }

    private IEnumerable<Obligation> OfComponents() =>
        ComponentObligations.IsComponent(concrete.Type) && ComponentObligations.IsComponent(@abstract.Type)
            ? new ComponentRefinementObligations(subject, before, @abstract, mediate).All()
            : [];

    private IEnumerable<Obligation> Preimages() => new PreimageObligations(subject, before).Of(Connection.OfRefinement(subject.Self));

    private IEnumerable<Obligation> Transports() => new TransportObligations(subject, before).Of(Connection.OfRefinement(subject.Self));
}
