using System.Collections.Immutable;
using Igloo.Proving.Deriving;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>Which axioms, invariants and guards cannot hold together, so that something that should be possible is not.</summary>
internal static class Collision
{
    private static readonly SolverOptions Options = new() { ResourceLimit = 1_000_000 };

    /// <summary>A smallest set of statements that collide, up to what one pass of leaving out finds; empty where that is not known.</summary>
    internal static ImmutableArray<string> Of(Obligation obligation) => obligation.Kind switch
    {
        ObligationKind.Occurrence => Smallest([.. OfEvent(obligation)]),
        ObligationKind.Satisfiability => Smallest([.. OfAxioms(obligation.Subject)]),
        _ => [],
    };

    private static IEnumerable<(string Name, Expression Formula)> OfEvent(Obligation obligation)
    {
        var subject = new Subject(obligation.Subject);
        var point = new SystemPoint(subject, new SystemView(subject.Evaluation, subject.Self), "s", SceneRole.Before, SceneRole.Past);
        if (point.Events.FirstOrDefault(e => obligation.OwnName == $"{e.Case.Name} can happen") is not { } step) yield break;
        foreach (var axiom in subject.Theories.SelectMany(t => Subject.AxiomsOf(subject.Evaluation, t))) yield return (axiom.Axiom.Name, axiom.Formula);
        foreach (var (premise, formula) in point.Premises.Zip(point.Hypotheses)) yield return (premise.Name, formula);
        var guard = GuardOf(point.System.Next.Body!, step.Case.Fields.Type);
        yield return ($"the guard of {step.Case.Name}{(guard.Length > 0 ? $", {guard}" : "")}", step.After.Present);
    }

    private static IEnumerable<(string Name, Expression Formula)> OfAxioms(Type theory)
    {
        var evaluation = new Evaluation(new Vocabulary());
        return Subject.AxiomsOf(evaluation, new SymbolicValue.TheoryReference("theory", theory)).Select(a => (a.Axiom.Name, a.Formula));
    }

    private static ImmutableArray<string> Smallest(ImmutableArray<(string Name, Expression Formula)> statements)
    {
        if (statements.IsEmpty || !Collide(statements)) return [];
        foreach (var statement in statements)
        {
            var fewer = statements.Remove(statement);
            if (Collide(fewer)) statements = fewer;
        }

        return [.. statements.Select(s => s.Name).Distinct()];
    }

    private static bool Collide(ImmutableArray<(string Name, Expression Formula)> statements) =>
        new SatisfiabilityQuery(statements.Select(s => s.Formula)).Check(Options) is SatisfiabilityResult.Unsatisfiable;

    /// <summary>The guards of an event in the user's words.</summary>
    private static string GuardOf(Term body, Type @case) => body switch
    {
        LetTerm let => GuardOf(let.Body, @case),
        ConditionalTerm conditional => AtomsOf(conditional.Test).ToArray() is var atoms && atoms.Any(a => a is CaseTestTerm test && test.CaseType == @case)
            ? string.Join(" && ", atoms.Where(a => a is not CaseTestTerm && a.Source is { Text.Length: > 0 }).Select((a, i) => i == 0 ? $"{a.Source}  {a.Source!.Text}" : a.Source!.Text))
            : GuardOf(conditional.Otherwise, @case),
        _ => "",
    };

    private static IEnumerable<Term> AtomsOf(Term test) => test switch
    {
        OperationTerm { Operation: Operation.And } and => and.Arguments.SelectMany(AtomsOf),
        LetTerm let => AtomsOf(let.Body),
        _ => [test],
    };
}
