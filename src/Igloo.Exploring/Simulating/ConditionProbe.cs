using System.Collections.Immutable;
using Igloo.Exploring.Narrowing;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Simulating;

/// <summary>Follows the evaluation of <c>Next</c> by its terms and counts how often each condition on the way holds.</summary>
internal sealed class ConditionProbe
{
    private readonly Dictionary<Term, (long True, long False)> counts = new(ReferenceEqualityComparer.Instance);
    private readonly List<Term> order = [];
    private readonly HashSet<Term> bodies = new(ReferenceEqualityComparer.Instance);

    /// <summary>The conditions in the order in which they were met.</summary>
    public ImmutableArray<ConditionCoverage> Conditions =>
    [
        .. order.Select(c => (Source: c.Source, Text: TermPrinter.Print(c), Count: counts[c]))
            .GroupBy(c => (c.Source?.File, c.Source?.Line, c.Text))
            .Select(g => new ConditionCoverage(g.First().Source, g.Key.Text, g.Sum(c => c.Count.True), g.Sum(c => c.Count.False))),
    ];

    /// <summary>Counts the conditions of one step, enabled or not; nothing where the model has no terms.</summary>
    public void Look(EventSystem system, object state, object e)
    {
        try
        {
            var next = TermEvaluator.FunctionOf(system, FunctionRole.Next);
            Enter(next.Body!, Bindings.Of(next, system, [state, e]));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What fails here fails in the compiled code, too, and is found there; conditions up to that point are counted.
        }
    }

    private static bool IsCondition(Term conjunct) => conjunct is not (CaseTestTerm or LiteralTerm);

    private void Enter(Term body, Bindings bindings)
    {
        if (bodies.Add(body)) Note(body);
        Follow(body, bindings);
    }

    private void Note(Term term)
    {
        if (term is ConditionalTerm conditional)
        {
            foreach (var conjunct in Subterms.Conjuncts(conditional.Test).Where(IsCondition))
            {
                if (counts.TryAdd(conjunct, default)) order.Add(conjunct);
            }
        }

        foreach (var part in Subterms.Of(term)) Note(part);
    }

    private void Follow(Term term, Bindings bindings)
    {
        switch (term)
        {
            case LetTerm let:
                Follow(let.Body, Evaluation.Let(let, bindings));
                break;
            case ConditionalTerm conditional:
                Follow(Holds(conditional.Test, bindings) ? conditional.Then : conditional.Otherwise, bindings);
                break;
            case CallTerm call:
                foreach (var argument in call.Arguments) Follow(argument, bindings);
                if (Evaluation.Enter(call, bindings) is { } entered) Enter(entered.Body, entered.Bindings);
                break;
            case LambdaTerm:
                break;
            case OperationTerm { Operation: Operation.And or Operation.Or } both:
                Follow(both.Arguments[0], bindings);
                if (Evaluation.Holds(both.Arguments[0], bindings) == (both.Operation == Operation.And)) Follow(both.Arguments[1], bindings);
                break;
            default:
                foreach (var part in Subterms.Of(term)) Follow(part, bindings);
                break;
        }
    }

    private bool Holds(Term test, Bindings bindings)
    {
        foreach (var conjunct in Subterms.Conjuncts(test))
        {
            var holds = Evaluation.Holds(conjunct, bindings);
            if (counts.TryGetValue(conjunct, out var count)) counts[conjunct] = holds ? (count.True + 1, count.False) : (count.True, count.False + 1);
            if (!holds) return false;
            Follow(conjunct, bindings);
        }

        return true;
    }
}
