using Igloo.Exploring.Packed.Diagrams;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>The built-in operations.</content>
internal sealed partial class Grounder
{
    private Value Operate(OperationTerm term, Scope scope, int path)
    {
        var a = term.Arguments;
        switch (term.Operation)
        {
            case Operation.And:
                var left = Condition(a[0], scope, path);
                return new Value.Truth(conditions.And(left, Condition(a[1], scope, conditions.And(path, left))));
            case Operation.Or:
                var first = Condition(a[0], scope, path);
                return new Value.Truth(conditions.Or(first, Condition(a[1], scope, conditions.And(path, conditions.Not(first)))));
            case Operation.Not:
                return new Value.Truth(conditions.Not(Condition(a[0], scope, path)));
            case Operation.Xor:
                return new Value.Truth(conditions.Not(conditions.Same(Condition(a[0], scope, path), Condition(a[1], scope, path))));
            case Operation.Equal:
                return new Value.Truth(Same(Of(a[0], scope, path), Of(a[1], scope, path), path));
            default:
                return Collective(term, scope, path);
        }
    }

    /// <summary>An operation without functions among its operands, at all values that they can have.</summary>
    private Value Computed(OperationTerm term, Value[] operands, int path)
    {
        if (Array.Exists(operands, o => o is Value.Undefined)) return Value.Undefined.Instance;
        var variables = Array.ConvertAll([.. term.Arguments], argument => new VariableTerm("x", argument.Type));
        var applied = new OperationTerm(term.Operation, [.. variables], term.Type);
        return Applied(operands, path, values =>
        {
            var bound = new Dictionary<VariableTerm, object?>(values.Length);
            for (var i = 0; i < values.Length; i++) bound.Add(variables[i], values[i]);
            return TermEvaluator.Evaluate(applied, bound);
        });
    }
}
