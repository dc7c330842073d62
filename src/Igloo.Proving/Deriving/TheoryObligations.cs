using System.Collections.Immutable;
using Igloo.Proving.Deciding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>What a theory owes: a theory without a model would prove everything.</summary>
internal static class TheoryObligations
{
    private const int LeastInteresting = 3;

    internal static Premise Axioms(Type theory) => new(theory, "axioms");

    internal static IEnumerable<Obligation> Of(Type theory)
    {
        var shape = (TypeShape.Theory)TermRegistry.Shape(theory);
        var evaluation = new Evaluation(new Vocabulary());
        var reference = new SymbolicValue.TheoryReference("theory", theory);
        ImmutableArray<Expression> axioms = [.. Subject.AssumptionsOf(evaluation, reference).Where(f => !f.IsTrue)];
        var carriers = Signature.Of(axioms).UninterpretedSorts.ToImmutableArray();
        var name = Vocabulary.NameOf(theory);
        var scene = new Scene(evaluation.Vocabulary, [], [reference]);

        // Small worlds satisfy much by having nothing to say: one carrier must have three different elements.
        var distinct = Fol.Or(carriers.Select(c => Fol.Distinct(
            [.. Enumerable.Range(0, LeastInteresting).Select(i => Fol.Apply(evaluation.Vocabulary.Symbol($"distinct.{c.Name}.{i}", [], c)))])));
        yield return new Obligation(
            $"{ObligationKind.Satisfiability}:{theory.FullName ?? theory.Name}",
            $"{name} is satisfiable",
            theory,
            ObligationKind.Satisfiability,
            shape.Source,
            new Statement.Possible(scene, carriers.IsEmpty ? axioms : axioms.Add(distinct), $"No world with a carrier of at least {LeastInteresting} elements satisfies the axioms of {name}: everything would follow from them."))
        {
            Establishes = Axioms(theory),
        };
        foreach (var obligation in Definedness(theory)) yield return obligation;
        foreach (var instance in Instances.Of(theory)) yield return instance;
    }

    /// <summary>
    /// Where an axiom uses an operation outside its domain, the proof assumes something of a value that execution does not have. As with
    /// invariants, an axiom may rely on those before it.
    /// </summary>
    private static IEnumerable<Obligation> Definedness(Type theory)
    {
        var evaluation = new Evaluation(new Vocabulary());
        var reference = new SymbolicValue.TheoryReference("theory", theory);
        var assumed = Subject.ResultsOf(evaluation, reference).ToImmutableArray().ToBuilder();
        foreach (var (axiom, formula) in Subject.AxiomsOf(evaluation, reference))
        {
            ImmutableArray<Scene.Entry> parameters =
                [.. axiom.Parameters.Select(p => new Scene.Entry(SceneRole.Parameter, p.Name, p.Type, FreshValues.Of(evaluation.Vocabulary, $"{axiom.Name}.{p.Name}", p.Type)))];
            var requirements = Symbolic.Definedness.Of(evaluation, axiom.Body!, Evaluation.Scope(axiom, reference, [.. parameters.Select(p => p.Value)]));
            if (axiom.DeclaringType == theory && !requirements.IsEmpty)
            {
                yield return new Obligation(
                    $"{ObligationKind.Definedness}:{theory.FullName ?? theory.Name}:{axiom.Name}", $"{axiom.Name} is well-defined", theory, ObligationKind.Definedness, axiom.Source,
                    new Statement.Valid(
                        new Scene(evaluation.Vocabulary, parameters, [reference]), assumed.ToImmutable(), [.. DefinednessObligations.Goals(requirements)]))
                {
                    Establishes = Axioms(theory),
                };
            }

            assumed.Add(formula);
        }
    }
}
