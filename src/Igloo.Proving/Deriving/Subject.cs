using System.Collections.Immutable;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Theories;

namespace Igloo.Proving.Deriving;

/// <summary>The class that obligations are derived for, with everything that they share: its instance, its theories, their axioms.</summary>
internal sealed class Subject
{
    // A theory of one of these names would share its symbols with a state or an event.
    private static readonly string[] TakenNames = ["s", "e", "a", "l", "r", "past", "this", "undefined"];

    private readonly Lazy<ImmutableArray<Expression>> axioms;
    private readonly Dictionary<FunctionDefinition, ImmutableArray<Scene.Entry>> parameters = new(ReferenceEqualityComparer.Instance);

    internal Subject(Type type)
    {
        Type = type;
        Evaluation = new(new Vocabulary());
        var model = ClassOf(type);
        Self = InstanceOf(type);
        ModelEntries = [.. model.Fields.Zip(Self.Values, (f, v) => new Scene.Entry(SceneRole.Model, f.Name, f.Type, v)).Where(e => e.Value is not SymbolicValue.TheoryReference)];
        Theories = [.. TheoriesOf(Self).DistinctBy(t => (t.Name, t.Type))];
        axioms = new(() => [.. Theories.SelectMany(t => AssumptionsOf(Evaluation, t)).Where(f => !f.IsTrue).Distinct()]);
    }

    internal Type Type { get; }

    internal Evaluation Evaluation { get; }

    internal Vocabulary Vocabulary => Evaluation.Vocabulary;

    internal SymbolicValue.Object Self { get; }

    internal ImmutableArray<Scene.Entry> ModelEntries { get; }

    internal ImmutableArray<SymbolicValue.TheoryReference> Theories { get; }

    internal ImmutableArray<Expression> Axioms => axioms.Value;

    internal IEnumerable<Premise> AxiomPremises => Theories.Select(t => TheoryObligations.Axioms(t.Type));

    /// <summary>An instance of a model class whose parameters are unknown; theories of the same name are the same.</summary>
    internal SymbolicValue.Object InstanceOf(Type type)
    {
        var model = ClassOf(type);
        return Evaluation.Instance(model, [.. model.Fields.Select(Unknown)]);
    }

    /// <summary>The axioms of a theory and of those that it extends, for all values of their parameters.</summary>
    internal static IEnumerable<(FunctionDefinition Axiom, Expression Formula)> AxiomsOf(Evaluation evaluation, SymbolicValue.TheoryReference theory) =>
        InterfacesOf(theory)
            .SelectMany(i => TermRegistry.Declared(i))
            .Where(f => f.Role == FunctionRole.Axiom)
            .Select(f => (f, UnsupportedModelException.At(f.Source, () => evaluation.ForAllParameters(
                f.Parameters, values => Symbolic.Evaluation.Scope(f, theory, [.. f.Parameters.Select(p => values[p])]), f.Body!))));

    /// <summary>Everything that is assumed of a theory: what its results are by their types, and its axioms.</summary>
    internal static IEnumerable<Expression> AssumptionsOf(Evaluation evaluation, SymbolicValue.TheoryReference theory) =>
        ResultsOf(evaluation, theory).Concat(AxiomsOf(evaluation, theory).Select(a => a.Formula));

    /// <summary>That lengths and counts in results of the operations of a theory are not negative.</summary>
    internal static IEnumerable<Expression> ResultsOf(Evaluation evaluation, SymbolicValue.TheoryReference theory) =>
        InterfacesOf(theory).SelectMany(i => TermRegistry.Declared(i)).Where(f => f.Body is null).SelectMany(f => evaluation.CountsOfResult(theory, f));

    /// <summary>Values for the quantified parameters of a function: the same ones whenever it is asked for.</summary>
    internal ImmutableArray<Scene.Entry> ParametersOf(FunctionDefinition function, ImmutableArray<VariableTerm> quantified)
    {
        if (!parameters.TryGetValue(function, out var entries))
        {
            var prefix = Vocabulary.FreshName(function.Name);
            entries = [.. quantified.Select(p => new Scene.Entry(SceneRole.Parameter, p.Name, p.Type, FreshValues.Of(Vocabulary, $"{prefix}.{p.Name}", p.Type)))];
            parameters.Add(function, entries);
        }

        return entries;
    }

    internal Scene SceneOf(params ImmutableArray<Scene.Entry> entries) => new(Vocabulary, [.. ModelEntries, .. entries], Theories);

    /// <summary>An obligation that goals follow.</summary>
    internal Obligation Valid(
        ObligationKind kind, string name, SourceSpan source, Scene scene, IEnumerable<Expression> hypotheses, IEnumerable<Statement.Goal> goals, IEnumerable<Premise> premises)
    {
        var counts = CountsOf(scene);
        return new(Id(kind, name), name, Type, kind, source, new Statement.Valid(
            scene, [.. Axioms, .. counts.Select(c => c.IsNotNegative), .. hypotheses.Where(h => !h.IsTrue)], [.. goals.Where(g => !g.Conclusion.IsTrue)]) { Counts = counts, Extents = ExtentsOf(scene) })
        {
            Premises = [.. AxiomPremises, .. premises],
        };
    }

    /// <summary>An obligation that some world satisfies formulas.</summary>
    internal Obligation Possible(ObligationKind kind, string name, SourceSpan source, Scene scene, IEnumerable<Expression> formulas, string failure) =>
        new(Id(kind, name), name, Type, kind, source, new Statement.Possible(
            scene, [.. Axioms, .. CountsOf(scene).Select(c => c.IsNotNegative), .. formulas.Where(f => !f.IsTrue)], failure));

    /// <summary>An obligation, or that there is no formula for it: for one on which no other rests, so that the others are still decided.</summary>
    internal Obligation OrUnencodable(ObligationKind kind, string name, SourceSpan source, Func<string, Obligation> derive)
    {
        try
        {
            return derive(name);
        }
        catch (UnsupportedModelException unsupported)
        {
            return new(Id(kind, name), name, Type, kind, unsupported.Span ?? source, Unencodable.Statement(unsupported));
        }
    }

    /// <summary>The conjuncts of a predicate of the user's as goals.</summary>
    internal IEnumerable<Statement.Goal> Goals(Term body, Bindings bindings, string label, ImmutableArray<Scene.Entry> quantified = default) =>
        Goals(GoalSplitting.OfTruth(Evaluation, body, bindings), label, quantified);

    /// <summary>Conjuncts as goals.</summary>
    internal static IEnumerable<Statement.Goal> Goals(IEnumerable<GoalSplitting.Conjunct> conjuncts, string label, ImmutableArray<Scene.Entry> quantified = default) =>
        conjuncts.Select(c => new Statement.Goal(c.Assumptions, c.Conclusion, c.Clause, label)
        {
            Parameters = quantified.IsDefault ? c.Parameters : [.. quantified, .. c.Parameters],
        });

    /// <summary>A formula of the framework's, conjunct by conjunct, as goals.</summary>
    internal static IEnumerable<Statement.Goal> Goals(Expression formula, string label) =>
        GoalSplitting.OfFormula(formula).Select(c => new Statement.Goal([], c, null, label));

    private ImmutableArray<CountTerm> CountsOf(Scene scene) =>
        [.. scene.Entries.Where(e => e.Role.IsUnknown()).SelectMany(e => FreshValues.Counts(Vocabulary, e.Value))];

    private ImmutableArray<Extent> ExtentsOf(Scene scene) =>
        [.. scene.Entries.Where(e => e.Role.IsUnknown()).SelectMany(e => Extent.Of(Vocabulary, e.Value))];

    private static TypeShape.Class ClassOf(Type type) =>
        TermRegistry.Shape(type) as TypeShape.Class ?? throw new ArgumentException($"{type} is no model class.", nameof(type));

    private string Id(ObligationKind kind, string name) => $"{kind}:{Type.FullName ?? Type.Name}:{name}".Replace(' ', '_');

    private static IEnumerable<Type> InterfacesOf(SymbolicValue.TheoryReference theory) =>
        new[] { theory.Type }.Concat(theory.Type.GetInterfaces()).Where(i => typeof(ITheory).IsAssignableFrom(i) && i != typeof(ITheory));

    private SymbolicValue Unknown(Field field) =>
        typeof(ITheory).IsAssignableFrom(field.Type) && field.Type.IsInterface
            ? new SymbolicValue.TheoryReference(TakenNames.Contains(field.Name) ? $"{field.Name}_" : field.Name, field.Type)
            : FreshValues.Of(Vocabulary, $"this.{field.Name}", field.Type);

    private static IEnumerable<SymbolicValue.TheoryReference> TheoriesOf(SymbolicValue value) => value switch
    {
        SymbolicValue.TheoryReference theory => [theory],
        SymbolicValue.Object instance => instance.Values.SelectMany(TheoriesOf).Concat(instance.Base is null ? [] : TheoriesOf(instance.Base)),
        _ => [],
    };
}
