using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>
/// Conclusions to conjuncts, each with the user's clause that it comes from: implications become assumptions, universally quantified
/// variables become parameters.
/// </summary>
internal sealed class GoalSplitting(Evaluation evaluation)
{
    private readonly ImmutableArray<Conjunct>.Builder found = ImmutableArray.CreateBuilder<Conjunct>();

    /// <summary>One conjunct.</summary>
    /// <param name="Assumptions">What it may assume.</param>
    /// <param name="Conclusion">What it says.</param>
    /// <param name="Clause">The innermost clause of the user's that it comes from.</param>
    /// <param name="Parameters">The values that the quantifiers around it speak of.</param>
    internal sealed record Conjunct(
        ImmutableArray<Expression> Assumptions, Expression Conclusion, Term? Clause, ImmutableArray<Scene.Entry> Parameters);

    /// <summary>The conjuncts of a term of type bool that do not hold by simplification alone.</summary>
    internal static ImmutableArray<Conjunct> OfTruth(Evaluation evaluation, Term term, Bindings bindings)
    {
        var splitting = new GoalSplitting(evaluation);
        splitting.Split(term, bindings, positive: true, new Context([], null, []));
        return splitting.found.ToImmutable();
    }

    /// <summary>The conjuncts of the claim that an optional value is there.</summary>
    internal static ImmutableArray<Conjunct> OfPresence(Evaluation evaluation, Term term, Bindings bindings)
    {
        var splitting = new GoalSplitting(evaluation);
        splitting.SplitPresence(term, bindings, new Context([], null, []));
        return splitting.found.ToImmutable();
    }

    /// <summary>The conjuncts of a formula.</summary>
    internal static IEnumerable<Expression> OfFormula(Expression formula)
    {
        switch (formula)
        {
            case Expression.BooleanLiteral { Value: true }:
                return [];
            case Expression.Operation { Operator: Operator.And }:
                return formula.Operands.SelectMany(OfFormula);
            case Expression.Operation { Operator: Operator.Implies } implication:
                return OfFormula(implication.Operands[1]).Select(c => Fol.Implies(implication.Operands[0], c));
            case Expression.Quantification { Quantifier: Quantifier.ForAll } universal:
                return OfFormula(universal.Body).Select(c => Fol.ForAll(universal.Variables, c));
            default:
                return [formula];
        }
    }

    private void Split(Term term, Bindings bindings, bool positive, Context context)
    {
        context = context.At(term);
        switch (term)
        {
            case VariableTerm variable when bindings.Find(variable).Definition is var (definition, scope):
                Split(definition, scope, positive, context);
                return;
            case LetTerm let:
                Split(let.Body, evaluation.Bind(let, bindings), positive, context);
                return;
            case ConditionalTerm conditional:
                var test = evaluation.Truth(conditional.Test, bindings);
                if (!test.IsFalse) Split(conditional.Then, bindings, positive, context.Assume(test));
                if (!test.IsTrue) Split(conditional.Otherwise, bindings, positive, context.Assume(Fol.Not(test)));
                return;
            case CallTerm call when evaluation.Inline(call, bindings) is var (function, scope):
                evaluation.Deeper(function, () =>
                {
                    Split(function.Body!, scope, positive, context);
                    return true;
                });
                return;
            case OperationTerm { Operation: Operation.Not } negation:
                Split(negation.Arguments[0], bindings, !positive, context);
                return;
            case OperationTerm { Operation: Operation.And } both when positive:
            case OperationTerm { Operation: Operation.Or } either when !positive:
                var junction = (OperationTerm)term;
                Split(junction.Arguments[0], bindings, positive, context);
                Split(junction.Arguments[1], bindings, positive, context);
                return;
            case OperationTerm { Operation: Operation.Or or Operation.And } implication:
                // a || b: where a fails, b holds; its negation likewise.
                var first = evaluation.Truth(implication.Arguments[0], bindings);
                Split(implication.Arguments[1], bindings, positive, context.Assume(positive ? Fol.Not(first) : first));
                return;
            case OperationTerm { Operation: Operation.DomainAll, Arguments: [_, LambdaTerm lambda] } when positive:
                SplitUniversal(lambda, bindings, context, _ => Fol.True);
                return;
            case OperationTerm { Operation: Operation.SetAll, Arguments: [var target, LambdaTerm lambda] } when positive:
                var set = (SymbolicValue.SetValue)evaluation.Evaluate(target, bindings);
                SplitUniversal(lambda, bindings, context, set.Contains);
                return;
            default:
                var truth = evaluation.Truth(term, bindings);
                Add(positive ? truth : Fol.Not(truth), context);
                return;
        }
    }

    private void SplitUniversal(LambdaTerm lambda, Bindings bindings, Context context, Func<SymbolicValue, Expression> premise)
    {
        var parameter = lambda.Parameters[0];
        var name = evaluation.Vocabulary.FreshName($"any.{parameter.Name}");
        var value = FreshValues.Of(evaluation.Vocabulary, name, parameter.Type);
        var entry = new Scene.Entry(SceneRole.Parameter, parameter.Name, parameter.Type, value);
        Split(lambda.Body, bindings.With(parameter, value), positive: true, context.Assume(premise(value)).Speak(entry));
    }

    private void SplitPresence(Term term, Bindings bindings, Context context)
    {
        context = context.At(term);
        switch (term)
        {
            case VariableTerm variable when bindings.Find(variable).Definition is var (definition, scope):
                SplitPresence(definition, scope, context);
                return;
            case LetTerm let:
                SplitPresence(let.Body, evaluation.Bind(let, bindings), context);
                return;
            case CallTerm call when evaluation.Inline(call, bindings) is var (function, scope):
                evaluation.Deeper(function, () =>
                {
                    SplitPresence(function.Body!, scope, context);
                    return true;
                });
                return;
            case ConditionalTerm conditional:
                SplitConditional(conditional, bindings, context);
                return;
            default:
                Add(Evaluation.PresenceOf(evaluation.Evaluate(term, bindings)), context);
                return;
        }
    }

    private void SplitConditional(ConditionalTerm conditional, Bindings bindings, Context context)
    {
        var test = evaluation.Truth(conditional.Test, bindings);
        if (test is Expression.BooleanLiteral known)
        {
            SplitPresence(known.Value ? conditional.Then : conditional.Otherwise, bindings, context);
        }
        else if (Evaluation.PresenceOf(evaluation.Evaluate(conditional.Otherwise, bindings)).IsFalse)
        {
            Split(conditional.Test, bindings, positive: true, context);
            SplitPresence(conditional.Then, bindings, context.Assume(test));
        }
        else if (Evaluation.PresenceOf(evaluation.Evaluate(conditional.Then, bindings)).IsFalse)
        {
            Split(conditional.Test, bindings, positive: false, context);
            SplitPresence(conditional.Otherwise, bindings, context.Assume(Fol.Not(test)));
        }
        else
        {
            SplitPresence(conditional.Then, bindings, context.Assume(test));
            SplitPresence(conditional.Otherwise, bindings, context.Assume(Fol.Not(test)));
        }
    }

    private void Add(Expression conclusion, Context context)
    {
        if (context.Assumptions.Any(a => a.IsFalse)) return;
        foreach (var conjunct in OfFormula(conclusion))
            if (!context.Assumptions.Contains(conjunct)) found.Add(new(context.Assumptions, conjunct, context.Clause, context.Parameters));
    }

    private sealed record Context(ImmutableArray<Expression> Assumptions, Term? Clause, ImmutableArray<Scene.Entry> Parameters)
    {
        internal Context At(Term term) => term.Source is null ? this : this with { Clause = term };

        internal Context Assume(Expression assumption) => assumption.IsTrue ? this : this with { Assumptions = Assumptions.Add(assumption) };

        internal Context Speak(Scene.Entry entry) => this with { Parameters = Parameters.Add(entry) };
    }
}
