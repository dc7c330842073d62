using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>Why a condition is true or false: its connectives with the values of its parts, culprits in capitals.</summary>
internal sealed class TruthExplanation(TermValues values)
{
    private const int DeepestCall = 3;

    private int depth;

    /// <summary>The parts of a condition: <c>true  &amp;&amp;  true  =>  FALSE</c>.</summary>
    /// <param name="term">The condition.</param>
    /// <param name="bindings">What its variables stand for.</param>
    internal string Of(Term term, Bindings bindings) => Explain(term, bindings, values.Holds(term, bindings), culprit: true);

    private string Explain(Term term, Bindings bindings, bool truth, bool culprit)
    {
        switch (term)
        {
            case LetTerm let:
                return Explain(let.Body, values.Evaluation.Bind(let, bindings), truth, culprit);
            case ConditionalTerm conditional:
                return Explain(values.Holds(conditional.Test, bindings) ? conditional.Then : conditional.Otherwise, bindings, truth, culprit);
            case CallTerm call when IsImplication(call):
                return Implication(call.Arguments[0], call.Arguments[1], bindings, truth, culprit);
            case CallTerm call when depth < DeepestCall && term.Source is null && values.Evaluation.Inline(call, bindings) is var (function, scope):
                depth++;
                var inlined = Explain(function.Body!, scope, truth, culprit);
                depth--;
                return inlined;
            case OperationTerm { Operation: Operation.And } and:
                return Junction("&&", and, bindings, truth, culprit, decisive: false);
            case OperationTerm { Operation: Operation.Or, Arguments: [OperationTerm { Operation: Operation.Not } not, var conclusion] }:
                return Implication(not.Arguments[0], conclusion, bindings, truth, culprit);
            case OperationTerm { Operation: Operation.Or } or:
                return Junction("||", or, bindings, truth, culprit, decisive: true);
            case OperationTerm { Operation: Operation.Not, Arguments: [var negated] }:
                // The negation of an atom reads as an atom.
                if (!IsCompound(negated)) return Leaf(negated, bindings, truth, culprit, isNegated: true);
                return $"!({Explain(negated, bindings, !truth, culprit)})";
            default:
                return Leaf(term, bindings, truth, culprit);
        }
    }

    private static bool IsCompound(Term term) =>
        term is OperationTerm { Operation: Operation.And or Operation.Or or Operation.Not } or LetTerm or ConditionalTerm || (term is CallTerm call && (IsImplication(call) || term.Source is null));

    private static bool IsImplication(CallTerm call) =>
        call.Function.DeclaringType == typeof(Models.Logic) && call.Arguments.Length == 2;

    private string Implication(Term premise, Term conclusion, Bindings bindings, bool truth, bool culprit)
    {
        var met = values.Holds(premise, bindings);
        var left = Explain(premise, bindings, met, culprit: culprit && truth && !met);
        if (!met) return $"{left}  =>  ...";
        return $"{left}  =>  {Explain(conclusion, bindings, values.Holds(conclusion, bindings), culprit)}";
    }

    private string Junction(string connective, OperationTerm junction, Bindings bindings, bool truth, bool culprit, bool decisive)
    {
        var first = values.Holds(junction.Arguments[0], bindings);
        var left = Parenthesised(junction, 0, Explain(junction.Arguments[0], bindings, first, culprit && (truth != decisive || first == decisive)));
        // As in execution, what is decided by the left operand leaves the right one open.
        if (first == decisive) return $"{left}  {connective}  ...";
        var second = values.Holds(junction.Arguments[1], bindings);
        return $"{left}  {connective}  {Parenthesised(junction, 1, Explain(junction.Arguments[1], bindings, second, culprit && (truth != decisive || second == decisive)))}";
    }

    private static string Parenthesised(OperationTerm junction, int place, string text) =>
        junction.Arguments[place] is OperationTerm { Operation: Operation.And or Operation.Or } inner && inner.Operation != junction.Operation ? $"({text})" : text;

    private string Leaf(Term term, Bindings bindings, bool truth, bool culprit, bool isNegated = false)
    {
        var text = truth ? (culprit ? "TRUE" : "true") : culprit ? "FALSE" : "false";
        return culprit && Detail(term, bindings, truth != isNegated) is { } detail ? $"{text} ({detail})" : text;
    }

    private string? Detail(Term term, Bindings bindings, bool truth)
    {
        switch (term)
        {
            case OperationTerm { Operation: Operation.Equal or Operation.Less or Operation.LessOrEqual, Arguments: [var left, var right] } comparison:
                var sign = comparison.Operation switch
                {
                    Operation.Equal => truth ? "==" : "!=",
                    Operation.Less => truth ? "<" : ">=",
                    _ => truth ? "<=" : ">",
                };
                return $"{Text(left, bindings)} {sign} {Text(right, bindings)}";
            case HasValueTerm has when truth && has.Target.Type is { IsGenericType: true } option && values.Evaluation.Vocabulary.SortOf(option.GetGenericArguments()[0]) is not null:
                return $"it is {Text(has.Target, bindings)}";
            case OperationTerm { Arguments: [var range, LambdaTerm { Parameters: [var parameter] } lambda] } quantifier when Wanted(quantifier.Operation) is { } wanted && wanted == truth:
                return Witness(quantifier, range, parameter, lambda, bindings, wanted);
            default:
                return null;
        }
    }

    private string Text(Term term, Bindings bindings) => values.Of(term, bindings) is var value && value is null && !term.Type.IsOf(typeof(Option<>)) ? "?" : WorldText.Of(values.World, value);

    /// <summary>The truth value of a quantifier that one element decides.</summary>
    private static bool? Wanted(Operation operation) => operation switch
    {
        Operation.DomainAll or Operation.SetAll => false,
        Operation.DomainExists or Operation.SetExists => true,
        _ => null,
    };

    private string? Witness(OperationTerm quantifier, Term range, VariableTerm parameter, LambdaTerm lambda, Bindings bindings, bool wanted)
    {
        var set = quantifier.Operation is Operation.SetAll or Operation.SetExists ? values.Evaluation.Evaluate(range, bindings) as SymbolicValue.SetValue : null;
        foreach (var key in values.World.Decoder.Keys(Decoding.ClrTypes.Of(parameter.Type)))
        {
            if (set is not null && !values.World.Decoder.Holds(set.Contains(key.Symbolic))) continue;
            if (values.Holds(lambda.Body, bindings.With(parameter, key.Symbolic)) == wanted) return $"{parameter.Name} = {ValueText.Of(key.Value)}";
        }

        return null;
    }
}
