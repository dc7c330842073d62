using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Terms.Evaluation;

/// <summary>Builds explanations.</summary>
internal static class Explainer
{
    private static readonly string Implies = $"M:{typeof(Logic).FullName}.{nameof(Logic.Implies)}(System.Boolean,System.Boolean)";

    public static Explanation Explain(Term term, Bindings bindings) => term switch
    {
        LetTerm let => Explain(let.Body, Evaluation.Let(let, bindings)),
        OperationTerm { Operation: Operation.And or Operation.Or } both => Connective(both, bindings),
        OperationTerm { Operation: Operation.Not } not => Of(not, bindings, [Explain(not.Arguments[0], bindings)]),
        CallTerm { Function.Key: var key } implies when key == Implies => Of(implies, bindings, [.. implies.Arguments.Select(a => Explain(a, bindings))]),
        ConditionalTerm conditional => Conditional(conditional, bindings),
        OperationTerm operation => Of(operation, bindings, [.. Parts(operation, bindings)]),
        _ => Of(term, bindings, [.. Leaves(term, bindings)]),
    };

    private static Explanation Of(Term term, Bindings bindings, ImmutableArray<Explanation> children) =>
        new(term.Source, TermPrinter.Print(term), Evaluation.Of(term, bindings), children);

    private static Explanation Connective(OperationTerm term, Bindings bindings)
    {
        var first = Explain(term.Arguments[0], bindings);
        var decides = first.Value is bool value && value == (term.Operation == Operation.Or);
        return Of(term, bindings, decides ? [first] : [first, Explain(term.Arguments[1], bindings)]);
    }

    private static Explanation Conditional(ConditionalTerm term, Bindings bindings)
    {
        var test = Explain(term.Test, bindings);
        return Of(term, bindings, [test, Explain(test.Value is true ? term.Then : term.Otherwise, bindings)]);
    }

    /// <summary>The operands of a comparison, or the element that decides a quantifier.</summary>
    private static IEnumerable<Explanation> Parts(OperationTerm term, Bindings bindings)
    {
        if (OperationEvaluation.Range(term, bindings) is not { } range)
        {
            return Leaves(term, bindings);
        }

        var lambda = (LambdaTerm)term.Arguments[1];
        var isUniversal = term.Operation is Operation.DomainAll or Operation.SetAll or Operation.BagAll or Operation.SeqAll or Operation.PastAll;
        foreach (var element in range)
        {
            var inner = Evaluation.Apply(lambda, bindings, element);
            if (Evaluation.Holds(lambda.Body, inner) != isUniversal)
            {
                return [new Explanation(null, lambda.Parameters[0].Name, element[0], []), Explain(lambda.Body, inner)];
            }
        }

        return [new Explanation(null, TermPrinter.Print(term.Arguments[0]), Evaluation.Of(term.Arguments[0], bindings), [])];
    }

    private static IEnumerable<Explanation> Leaves(Term term, Bindings bindings)
    {
        var operands = term switch
        {
            OperationTerm operation => operation.Arguments,
            CallTerm call => call.Arguments,
            HasValueTerm has => [has.Target],
            CaseTestTerm test => [test.Target],
            _ => [],
        };
        return operands
            .Where(o => o is not (LiteralTerm or LambdaTerm or NoneTerm))
            .Select(o => new Explanation(o.Source, TermPrinter.Print(o), Evaluation.Of(o, bindings), []));
    }
}
