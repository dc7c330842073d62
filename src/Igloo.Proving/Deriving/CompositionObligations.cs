using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>What a composition owes (Igloo paper, section 3.6): partners are I/O events, no component is cut off, the environment does not read outputs.</summary>
internal sealed class CompositionObligations
{
    private readonly Subject subject;
    private readonly FunctionDefinition partner;
    private readonly SystemView environment;
    private readonly SystemPoint point;
    private readonly ImmutableArray<Type> componentEvents;

    internal CompositionObligations(Subject subject)
    {
        this.subject = subject;
        var level = Evaluation.Levels(subject.Self).First(l => IsComposition(l.Type));
        environment = new(subject.Evaluation, (SymbolicValue.Object)level.Values[0]);
        partner = ModelFunctions.Named(ModelFunctions.Of(subject.Self), "Partner", subject.Type);
        point = new(subject, environment, "s", SceneRole.Before, SceneRole.Past);
        componentEvents = EventsOfComponents(level.Type);
        Components = [.. ComponentsOf(componentEvents.Length == 1 ? ["Component"] : ["First", "Second"])];
    }

    internal SystemView Environment => environment;

    /// <summary>The classes of the components.</summary>
    internal ImmutableArray<Type> Components { get; }

    internal static bool IsComposition(Type type) => type.IsOf(typeof(Composition<,,,,>)) || type.IsOf(typeof(Composition<,,,,,,,>));

    internal static bool DerivesFromComposition(Type type) => BaseOf(type) is not null;

    /// <summary>The events of the components of a composition, a type for each family.</summary>
    internal static ImmutableArray<Type> EventsOfComponents(Type composition) =>
        BaseOf(composition)!.GetGenericArguments() is var arguments && arguments.Length == 5 ? [arguments[4]] : [arguments[4], arguments[7]];

    private static Type? BaseOf(Type type) => type.BaseOf(typeof(Composition<,,,,>)) ?? type.BaseOf(typeof(Composition<,,,,,,,>));

    internal IEnumerable<Obligation> All()
    {
        var steps = point.Events.Select(e => (Step: e, Partner: SystemView.Optional(subject.Evaluation.Call(partner, subject.Self, [e.Case.Value])))).ToImmutableArray();
        foreach (var (step, together) in steps.Where(s => s.Partner.Value is not null)) yield return PartnerIsIo(step, together);
        foreach (var type in componentEvents)
            foreach (var caseType in ((TypeShape.Union)TermRegistry.Shape(type)).Cases.Where(c => !EventSignature.Of(c).IsInternal))
                yield return HasPartner(caseType, steps);
        foreach (var (step, together) in steps)
            if (together.Value is not null && OutputIndependence(step, together) is { } independence) yield return independence;
    }

    private Obligation PartnerIsIo(SystemStep step, SymbolicValue.Optional together) =>
        subject.Valid(
            ObligationKind.PartnerIsIo, $"the partner of {step.Case.Name} is an I/O event", partner.Source, point.SceneOf(step, []), [together.Present],
            Subject.Goals(
                Fol.And(EventsIn(together.Value!).SelectMany(e => e.Union.Cases.Select((c, i) =>
                    c is not null && EventSignature.Of(c.Type).IsInternal ? Fol.Not(Fol.And(e.Guard, e.Union.Is(i))) : Fol.True))),
                "An internal event happens together with the environment: it would move without anybody performing it."),
            []);

    private Obligation HasPartner(Type caseType, ImmutableArray<(SystemStep Step, SymbolicValue.Optional Partner)> steps)
    {
        var maps = Fol.Or(steps.Where(s => s.Partner.Value is not null).SelectMany(s => EventsIn(s.Partner.Value!)
            .Where(e => ((TypeShape.Union)TermRegistry.Shape(e.Union.Type)).Cases.Contains(caseType))
            .Select(e => Fol.And(s.Step.After.Present, s.Partner.Present, e.Guard, subject.Evaluation.IsCase(e.Union, caseType)))));
        return subject.Possible(
            ObligationKind.HasPartner, $"{caseType.Name} has a partner", partner.Source, point.SceneOf([]), [.. point.Invariants, maps],
            $"No environment event that can happen is the partner of {caseType.Name}: the component would be cut off, and every safety property would hold for nothing.");
    }

    /// <summary>The environment's guard does not read what the component puts out; or, if it is asked something, it always has an answer.</summary>
    private Obligation? OutputIndependence(SystemStep step, SymbolicValue.Optional together)
    {
        var outputs = FieldsIn(step, together.Value!, isInput: false);
        var others = FieldsIn(step, together.Value!, isInput: true);
        var pure = outputs.Except(others).ToImmutableArray();
        if (pure.IsEmpty) return null;
        var inputs = InputFields(step, together.Value!);
        var label = "The environment's guard reads an output of the component.";
        if (inputs.IsEmpty)
        {
            var other = step.With(pure, "other");
            return subject.Valid(
                ObligationKind.OutputIndependence, $"environment guard of {step.Case.Name} ignores outputs", environment.Next.Source,
                point.SceneOf(step, [new(SceneRole.OtherEvent, "Other output", environment.EventType, other.Case.Value)]),
                point.Hypotheses, Subject.Goals(Fol.Implies(step.After.Present, other.After.Present), label), point.Premises);
        }

        var shape = (TypeShape.Record)TermRegistry.Shape(step.Case.Fields.Type);
        var answered = Exists(step, [.. shape.Fields.Where(f => inputs.Contains(f.Name))], 0, []);
        return subject.Valid(
            ObligationKind.OutputIndependence, $"environment always answers {step.Case.Name}", environment.Next.Source, point.SceneOf(step, []),
            point.Hypotheses, Subject.Goals(answered, "For this output the environment allows no input."), point.Premises);
    }

    private Expression Exists(SystemStep step, ImmutableArray<Field> fields, int index, ImmutableArray<(string, SymbolicValue)> chosen) =>
        index == fields.Length
            ? step.With(chosen).After.Present
            : Patterns.Exists(subject.Vocabulary, fields[index].Type, fields[index].Name, v => Exists(step, fields, index + 1, chosen.Add((fields[index].Name, v))));

    /// <summary>The fields of an environment event that its partner has as outputs, or as inputs or identity.</summary>
    private ImmutableArray<string> FieldsIn(SystemStep step, SymbolicValue together, bool isInput) =>
        isInput ? [.. Reaching(step, Identities(together)), .. InputFields(step, together)] : Reaching(step, Parameters(together, isInput: false));

    private ImmutableArray<string> InputFields(SystemStep step, SymbolicValue together) => Reaching(step, Parameters(together, isInput: true));

    private ImmutableArray<string> Reaching(SystemStep step, IEnumerable<SymbolicValue> values)
    {
        var symbols = Signature.Of(values.SelectMany(Leaves)).Functions.ToHashSet();
        return [.. step.Case.Fields.Names.Where((_, i) => Signature.Of(Leaves(step.Case.Fields.Values[i])).Functions.Any(symbols.Contains))];
    }

    private static IEnumerable<SymbolicValue> Parameters(SymbolicValue together, bool isInput) =>
        EventsIn(together).SelectMany(e => e.Union.Cases).OfType<SymbolicValue.Record>().SelectMany(c =>
            EventSignature.Of(c.Type).Parameters.Where(p => p.IsInput == isInput).Select(p => c.Find(p.Name)!));

    private static IEnumerable<SymbolicValue> Identities(SymbolicValue together) => StepsIn(together).Select(s => s.Record.Values[0]);

    internal static IEnumerable<(Expression Guard, SymbolicValue.Union Union)> EventsIn(SymbolicValue together) =>
        StepsIn(together).Select(s => (s.Guard, (SymbolicValue.Union)s.Record.Values[1]));

    // A step is (component, event): of one family a record, of two a hierarchy of two such records.
    private static IEnumerable<(Expression Guard, SymbolicValue.Record Record)> StepsIn(SymbolicValue together) => together switch
    {
        SymbolicValue.Record record => [(Fol.True, record)],
        SymbolicValue.Union union => union.Cases.Select((c, i) => (Guard: c is null ? Fol.False : union.Is(i), Record: c)).Where(c => c.Record is not null).Select(c => (c.Guard, c.Record!)),
        _ => throw new UnsupportedModelException("A partner is no step of a component."),
    };

    private static IEnumerable<Expression> Leaves(SymbolicValue value) => value switch
    {
        SymbolicValue.Scalar scalar => [scalar.Expression],
        SymbolicValue.Record record => record.Values.SelectMany(Leaves),
        SymbolicValue.Union union => union.Cases.OfType<SymbolicValue.Record>().SelectMany(Leaves).Append(union.Tag),
        SymbolicValue.Optional optional => (optional.Value is null ? [] : Leaves(optional.Value)).Append(optional.Present),
        _ => [],
    };

    private IEnumerable<Type> ComponentsOf(ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            var configuration = ModelFunctions.Named(ModelFunctions.Of(subject.Self), name, subject.Type);
            var index = FreshValues.Of(subject.Vocabulary, $"{name}!index", configuration.Parameters[0].Type);
            yield return ((SymbolicValue.Object)subject.Evaluation.Call(configuration, subject.Self, [index])).Type;
        }
    }
}
