using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>
/// Finds the operations that are not total, with the conditions under which they are reached: division, look-ups of finite maps, indices of
/// sequences, values of options, casts.
/// </summary>
/// <remarks>
/// Follows the evaluation of C#: arguments before calls, the second operand of &amp;&amp; only after the first, one side of a conditional.
/// Variables of function literals are unknown constants, since what is claimed is claimed for all of them.
/// </remarks>
internal sealed class Definedness(Evaluation evaluation)
{
    private readonly ImmutableArray<Requirement>.Builder found = ImmutableArray.CreateBuilder<Requirement>();
    private readonly HashSet<Expression> seen = [];
    private readonly HashSet<VariableTerm> locals = new(ReferenceEqualityComparer.Instance);
    private Term? clause;
    private bool isImplied;

    /// <summary>What has to hold where an operation is used.</summary>
    /// <param name="Conjunct">The condition, under what is known there.</param>
    /// <param name="Failure">What it means that it does not hold: place, words and reason.</param>
    internal sealed record Requirement(GoalSplitting.Conjunct Conjunct, string Failure);

    /// <summary>What has to hold for a body to be defined; only what does not hold by simplification alone.</summary>
    internal static ImmutableArray<Requirement> Of(Evaluation evaluation, Term body, Bindings bindings)
    {
        var definedness = new Definedness(evaluation);
        definedness.Visit(body, bindings, []);
        return definedness.found.ToImmutable();
    }

    private void Visit(Term term, Bindings bindings, ImmutableArray<Expression> path)
    {
        if (path.Any(p => p.IsFalse)) return;
        var outer = clause;
        if (term.Source is not null) clause = term;
        VisitParts(term, bindings, path);
        clause = outer;
    }

    private void VisitParts(Term term, Bindings bindings, ImmutableArray<Expression> path)
    {
        switch (term)
        {
            case VariableTerm variable when locals.Contains(variable) && bindings.Find(variable).Definition is var (definition, within):
                // What is bound earlier than C# evaluates it need not be defined where it is not used.
                Visit(definition, within, path);
                break;
            case VariableTerm or LiteralTerm or NoneTerm:
                break;
            case LetTerm let:
                if (let.IsEager) Visit(let.Value, bindings, path);
                else locals.Add(let.Variable);
                Visit(let.Body, evaluation.Bind(let, bindings), path);
                break;
            case ConditionalTerm conditional:
                Visit(conditional.Test, bindings, path);
                var test = evaluation.Truth(conditional.Test, bindings);
                Visit(conditional.Then, bindings, Assume(path, test));
                Visit(conditional.Otherwise, bindings, Assume(path, Fol.Not(test)));
                break;
            case OperationTerm { Operation: Operation.And or Operation.Or } junction:
                Visit(junction.Arguments[0], bindings, path);
                var first = evaluation.Truth(junction.Arguments[0], bindings);
                Visit(junction.Arguments[1], bindings, Assume(path, junction.Operation == Operation.And ? first : Fol.Not(first)));
                break;
            case OperationTerm operation:
                VisitOperation(operation, bindings, path);
                break;
            case ValueTerm value:
                Visit(value.Target, bindings, path);
                Require(term, Evaluation.PresenceOf(evaluation.Evaluate(value.Target, bindings)), "the value may be null", path);
                break;
            case CaseCastTerm cast when evaluation.Vocabulary.ShapeOf(cast.Type) is not TypeShape.Union && Hierarchies.HierarchyOf(evaluation.Vocabulary, cast.Type) is not null:
                Visit(cast.Target, bindings, path);
                Require(term, evaluation.IsCase(evaluation.Evaluate(cast.Target, bindings), cast.Type), "the value may be another case", path);
                break;
            case CallTerm call:
                if (call.Receiver is not null) Visit(call.Receiver, bindings, path);
                foreach (var argument in call.Arguments)
                {
                    var outside = isImplied;
                    isImplied |= call.Function.DeclaringType == typeof(Models.Logic) && argument == call.Arguments[^1];
                    Visit(argument, bindings, path);
                    isImplied = outside;
                }

                if (evaluation.Inline(call, bindings) is var (function, inlined))
                    evaluation.Deeper(function, () =>
                    {
                        Visit(function.Body!, inlined, path);
                        return true;
                    });
                break;
            case LambdaTerm lambda:
                Visit(lambda.Body, Unknown(lambda, bindings), path);
                break;
            default:
                foreach (var part in Subterms.Of(term)) Visit(part, bindings, path);
                break;
        }
    }

    private void VisitOperation(OperationTerm operation, Bindings bindings, ImmutableArray<Expression> path)
    {
        foreach (var argument in operation.Arguments)
        {
            if (argument is LambdaTerm lambda) VisitPredicate(operation, lambda, bindings, path);
            else Visit(argument, bindings, path);
        }

        SymbolicValue Argument(int index) => evaluation.Evaluate(operation.Arguments[index], bindings);
        switch (operation.Operation)
        {
            case Operation.Divide or Operation.Remainder:
                Require(operation, Fol.NotEqual(Evaluation.Scalar(Argument(1)), Fol.Integer(0)), "the divisor may be 0", path);
                break;
            case Operation.FiniteMapGet:
                Require(operation, ((SymbolicValue.FiniteMap)Argument(0)).Contains(Argument(1)), "the map may not have the key", path);
                break;
            case Operation.SeqGet or Operation.SeqSet:
                var index = Evaluation.Scalar(Argument(1));
                Require(operation, Fol.And(Fol.LessOrEqual(Fol.Integer(0), index), Fol.Less(index, ((SymbolicValue.Sequence)Argument(0)).Length)), "the index may be outside of the sequence", path);
                break;
            case Operation.SeqFirst or Operation.SeqRest:
                Require(operation, Fol.Less(Fol.Integer(0), ((SymbolicValue.Sequence)Argument(0)).Length), "the sequence may be empty", path);
                break;
        }
    }

    /// <summary>The literal is only applied to members of the collection.</summary>
    private void VisitPredicate(OperationTerm operation, LambdaTerm lambda, Bindings bindings, ImmutableArray<Expression> path)
    {
        var inner = Unknown(lambda, bindings);
        var values = lambda.Parameters.Select(p => inner.Find(p).Value()).ToImmutableArray();
        var collection = evaluation.Evaluate(operation.Arguments[0], bindings);
        var member = (operation.Operation, collection) switch
        {
            (Operation.SetAll or Operation.SetExists or Operation.SetWhere or Operation.SetRemoveWhere, SymbolicValue.SetValue set) => set.Contains(values[0]),
            (Operation.PastAll or Operation.PastExists, SymbolicValue.SetValue past) => past.Contains(evaluation.Cast(values[0], past.ElementType)),
            (Operation.FiniteMapAll or Operation.FiniteMapExists, SymbolicValue.FiniteMap map) =>
                Fol.And(map.Contains(values[0]), ValueEquality.Of(evaluation.Vocabulary, map.Get(values[0]), values[1])),
            (Operation.BagAll or Operation.BagExists, SymbolicValue.Bag bag) => Fol.Less(Fol.Integer(0), bag.Count(values[0])),
            _ => Fol.True,
        };
        Visit(lambda.Body, inner, Assume(path, member));
    }

    private Bindings Unknown(LambdaTerm lambda, Bindings bindings) =>
        lambda.Parameters.Aggregate(bindings, (b, p) => b.With(
            p, FreshValues.Of(evaluation.Vocabulary, evaluation.Vocabulary.FreshName($"unknown.{p.Name}"), p.Type)));

    private void Require(Term term, Expression condition, string reason, ImmutableArray<Expression> path)
    {
        if (condition.IsTrue || path.Any(p => p == condition) || !seen.Add(Fol.Implies(Fol.And(path), condition))) return;
        var place = (clause ?? term).Source;
        var words = place is null ? TermPrinter.Print(term) : $"{place}  {place.Text}";
        var hint = isImplied ? ". Implies evaluates both of its sides: write !premise || conclusion" : "";
        found.Add(new(new(path, condition, clause ?? term, []), $"{words}   {reason}{hint}."));
    }

    // Conjunctions are taken apart, so that most guards are found among the assumptions without a solver.
    private static ImmutableArray<Expression> Assume(ImmutableArray<Expression> path, Expression assumption) => assumption switch
    {
        { IsTrue: true } => path,
        Expression.Operation { Operator: Operator.And } => path.AddRange(assumption.Operands),
        _ => path.Add(assumption),
    };
}
