using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

internal sealed partial class Evaluation
{
    /// <summary>A body for all values of parameters.</summary>
    internal Expression ForAllParameters(
        ImmutableArray<VariableTerm> parameters, Func<IReadOnlyDictionary<VariableTerm, SymbolicValue>, Bindings> scope, Term body) =>
        ForAllValues(parameters, values => Truth(body, scope(values)));

    /// <summary>That lengths and counts in the result of a theory's operation are not negative, whatever its arguments.</summary>
    internal ImmutableArray<Expression> CountsOfResult(SymbolicValue.TheoryReference theory, FunctionDefinition operation)
    {
        // An operation with arguments that no formula ranges over can be used in none either.
        if (!FreshValues.HasCounts(vocabulary, operation.ReturnType) || !operation.Parameters.All(p => Patterns.Exist(vocabulary, p.Type))) return [];
        var formula = ForAllValues(
            operation.Parameters,
            values => Fol.And(FreshValues.TypeInvariants(vocabulary, OperationOf(theory, operation, [.. operation.Parameters.Select(p => values[p])]))));
        return formula.IsTrue ? [] : [formula];
    }

    private Expression ForAllValues(ImmutableArray<VariableTerm> parameters, Func<IReadOnlyDictionary<VariableTerm, SymbolicValue>, Expression> body)
    {
        var values = new Dictionary<VariableTerm, SymbolicValue>(ReferenceEqualityComparer.Instance);
        return Quantify(0);

        Expression Quantify(int index)
        {
            if (index == parameters.Length) return body(values);
            var parameter = parameters[index];
            return Patterns.ForAll(vocabulary, parameter.Type, parameter.Name, value =>
            {
                values[parameter] = value;
                return Quantify(index + 1);
            });
        }
    }
}
