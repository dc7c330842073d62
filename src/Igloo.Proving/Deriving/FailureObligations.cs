using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// What operations declare about failures is justified by the environment model of a composition: that a failed output may be taken for not
/// made (keep) or for made (lost), and that an input may be dropped.
/// </summary>
/// <remarks>
/// <para>
/// After a failure nobody knows whether the environment event f, from state e to f(e), has happened. Each contract claims that the composed model has a run
/// either way. Let the component be in s before and in s' after its event.
/// </para>
/// <para>
/// <b>Keep</b> goes on from s. If f has happened, the state is (f(e), s). A run leads there if s' = s (the event has happened, and the component may repeat
/// it anyway), if f(e) = e, or if an event without partner leads from e to f(e) (the environment adds such a message by itself).
/// </para>
/// <para>
/// <b>Lost</b> goes on from s'. If f has not happened, the state is (e, s'), and the model, in (f(e), s'), follows it if f(e) = e, if an event without
/// partner leads back from f(e) to e (loss), or if everything that can happen in e can happen in f(e) as well and commutes with f (whoever never
/// delivers a message has lost it). Of an ordered channel the last is false: the next message is not the same one.
/// </para>
/// <para>
/// <b>Dropping</b> an input goes on from s although f, a delivery, has happened: the state is (f(e), s), whatever s is. The model follows it if
/// f(e) = e, if an event without partner leads from e to f(e), or if everything that can happen in f(e) can happen in e as well and commutes with f.
/// </para>
/// <para>
/// Stop needs nothing, since a prefix of a trace is a trace, and of an unknown outcome the monitor follows both. A failed operation that passes nothing
/// to the environment has taken nothing: that is on its transport. The conditions are sufficient, not necessary.
/// </para>
/// <para>
/// Nothing else rests on these: one that no formula says is unknown by itself.
/// </para>
/// </remarks>
internal sealed class FailureObligations
{
    private readonly Subject subject;
    private readonly SystemView environment;
    private readonly FunctionDefinition partner;
    private readonly SystemPoint outside;
    private readonly SystemPoint whole;
    private readonly ImmutableArray<EventCase> others;

    internal FailureObligations(Subject subject)
    {
        this.subject = subject;
        environment = new CompositionObligations(subject).Environment;
        partner = ModelFunctions.Named(ModelFunctions.Of(subject.Self), "Partner", subject.Type);
        outside = new(subject, environment, "e", SceneRole.Before, SceneRole.Past);
        whole = new(subject, new SystemView(subject.Evaluation, subject.Self), "s", SceneRole.Before, SceneRole.Past);
        others = EventCase.Of(subject.Vocabulary, environment.EventType, "other");
    }

    internal IEnumerable<Obligation> All()
    {
        foreach (var step in whole.Events.Where(e => OwnOf(e) is not null && e.After.Value is not null))
            foreach (var (guard, caseType) in PartnersOf(OwnOf(step)!).Where(p => EventSignature.Of(p.Case).Operation is { OnFailure: FailureContract.Keep } && PassesSomething(p.Case)))
                yield return Encoded(ObligationKind.FailureContract, $"{caseType.Name} may be taken for not made when it fails at {NameOf(step)}", caseType, name => Keep(name, step, guard, caseType));
        foreach (var step in outside.Events.Where(e => e.After.Value is not null))
        {
            foreach (var (guard, caseType) in PartnersOf(step.Case.Value))
            {
                var signature = EventSignature.Of(caseType);
                if (signature.Operation is { OnFailure: FailureContract.Lost } && !signature.Parameters.Any(p => p.IsInput))
                    yield return Encoded(ObligationKind.FailureContract, $"{caseType.Name} may be taken for made when it fails at {NameOf(step)}", caseType, name => Lost(name, step, guard, caseType));
                if (signature.Operation is { MayLoseInput: true } && signature.Parameters.Any(p => p.IsInput))
                    yield return Encoded(ObligationKind.InputLoss, $"{caseType.Name} may be dropped at {NameOf(step)}", caseType, name => Dropped(name, step, guard, caseType));
            }
        }
    }

    /// <summary>Whether a failure of the operation may leave the environment changed although nothing came back.</summary>
    internal static bool PassesSomething(Type caseType) =>
        EventSignature.Of(caseType).Parameters is var parameters && (parameters.IsEmpty || parameters.Any(p => !p.IsInput));

    private Obligation Encoded(ObligationKind kind, string name, Type caseType, Func<string, Obligation> derive) =>
        subject.OrUnencodable(kind, name, partner.Source, derive).About(caseType);

    private Obligation Keep(string name, SystemStep step, Expression guard, Type caseType)
    {
        var after = (SymbolicValue.Record)step.After.Value!;
        var before = (SymbolicValue.Record)whole.State;
        var components = Fol.And(before.Names.Where(n => n != "Environment").Select(n => Same(before.Find(n)!, after.Find(n)!)));
        var (from, to) = (before.Find("Environment")!, after.Find("Environment")!);
        return subject.Valid(
            ObligationKind.FailureContract, name, partner.Source, whole.SceneOf(step, []),
            [.. whole.Hypotheses, step.After.Present, guard],
            [new Statement.Goal([], Fol.Or(components, Same(from, to), LeadsWithoutPartner(from, to)), null,
                $"Keep is not justified: a failed {caseType.Name} may have left, and no run of the model has the environment of After with the component of Before. "
                + "Declare Lost where the environment may lose it, otherwise Unknown or Stop.")],
            whole.Premises);
    }

    private Obligation Lost(string name, SystemStep step, Expression guard, Type caseType)
    {
        var (before, after) = (outside.State, step.After.Value!);
        return subject.Valid(
            ObligationKind.FailureContract, name, partner.Source, outside.SceneOf(step, []),
            [.. outside.Hypotheses, step.After.Present, guard],
            Covered(step, physical: before, model: after, Fol.Or(Same(before, after), LeadsWithoutPartner(after, before)),
                $"Lost is not justified: a failed {caseType.Name} may not have left, and then Other can happen as it cannot after one that has: the environment does not lose it. "
                + "Declare Unknown or Stop, or give the environment an event that loses it."),
            outside.Premises);
    }

    private Obligation Dropped(string name, SystemStep step, Expression guard, Type caseType)
    {
        var (before, after) = (outside.State, step.After.Value!);
        return subject.Valid(
            ObligationKind.InputLoss, name, partner.Source, outside.SceneOf(step, []),
            [.. outside.Hypotheses, step.After.Present, guard],
            Covered(step, physical: after, model: before, Fol.Or(Same(before, after), LeadsWithoutPartner(before, after)),
                $"MayLoseInput is not justified: once a {caseType.Name} is dropped, Other can happen as it cannot while the input is on its way: the environment does not lose it."),
            outside.Premises);
    }

    /// <summary>Whatever can happen physically can happen in the model, and leaves both as they are to each other: equal, or one the step ahead.</summary>
    private IEnumerable<Statement.Goal> Covered(SystemStep step, SymbolicValue physical, SymbolicValue model, Expression atOnce, string label)
    {
        foreach (var other in others)
        {
            var moved = environment.Step(physical, other.Value);
            var followed = environment.Step(model, other.Value);
            if (moved.Value is null) continue;
            var behind = ReferenceEquals(physical, outside.State) ? moved : followed;
            var ahead = ReferenceEquals(physical, outside.State) ? followed : moved;
            var follows = followed.Value is null ? Fol.False : Fol.And(
                followed.Present, Fol.Or(Same(moved.Value, followed.Value), IsStep(behind.Value!, step.Case.Value, ahead.Value!)));
            yield return new([moved.Present], Fol.Or(atOnce, follows), null, label)
            {
                Parameters = [new(SceneRole.OtherEvent, "Other event", environment.EventType, other.Value)],
            };
        }
    }

    private Expression IsStep(SymbolicValue from, SymbolicValue e, SymbolicValue to)
    {
        var after = environment.Step(from, e);
        return after.Value is null ? Fol.False : Fol.And(after.Present, Same(after.Value, to));
    }

    /// <summary>Some event of the environment alone leads from one state to another.</summary>
    private Expression LeadsWithoutPartner(SymbolicValue from, SymbolicValue to)
    {
        var cases = ((TypeShape.Union)subject.Vocabulary.ShapeOf(environment.EventType)!).Cases;
        // An event with a parameter that no formula ranges over justifies nothing.
        return Fol.Or(cases.Where(c => Patterns.Exist(subject.Vocabulary, c)).Select(c => Patterns.Exists(subject.Vocabulary, c, "alone", fields =>
        {
            var e = Hierarchies.Widen(subject.Vocabulary, (SymbolicValue.Record)fields, environment.EventType);
            var together = PartnerOf(e).Present;
            return together.IsTrue ? Fol.False : Fol.And(Fol.Not(together), IsStep(from, e, to));
        })));
    }

    private SymbolicValue.Optional PartnerOf(SymbolicValue own) => SystemView.Optional(subject.Evaluation.Call(partner, subject.Self, [own]));

    private IEnumerable<(Expression Guard, Type Case)> PartnersOf(SymbolicValue own)
    {
        var together = PartnerOf(own);
        if (together.Value is null) return [];
        return CompositionObligations.EventsIn(together.Value).SelectMany(e => e.Union.Cases
            .Select((c, i) => (Case: c, Guard: Fol.And(together.Present, e.Guard, c is null ? Fol.False : e.Union.Is(i))))
            .Where(c => c.Case is not null && !c.Guard.IsFalse && !EventSignature.Of(c.Case.Type).IsInternal)
            .Select(c => (c.Guard, c.Case!.Type)));
    }

    private Expression Same(SymbolicValue left, SymbolicValue right) => ValueEquality.Of(subject.Vocabulary, left, right);

    private static SymbolicValue? OwnOf(SystemStep step) => step.Case.Fields.Find("Component") is null ? step.Case.Fields.Find("Own") : null;

    private static string NameOf(SystemStep step) => step.Case.Name.StartsWith("Environment ", StringComparison.Ordinal) ? step.Case.Name["Environment ".Length..] : step.Case.Name;
}
