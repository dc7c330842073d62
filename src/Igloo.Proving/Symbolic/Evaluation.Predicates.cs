using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

internal sealed partial class Evaluation
{
    /// <summary>A body for all values of parameters.</summary>
    internal Expression ForAllParameters(
        ImmutableArray<VariableTerm> parameters, Func<IReadOnlyDictionary<VariableTerm, SymbolicValue>, Bindings> scope, Term body)
    {
        var values = new Dictionary<VariableTerm, SymbolicValue>(ReferenceEqualityComparer.Instance);
        return Quantify(0, values);

        Expression Quantify(int index, Dictionary<VariableTerm, SymbolicValue> chosen)
        {
            if (index == parameters.Length) return Truth(body, scope(chosen));
            var parameter = parameters[index];
            return Patterns.ForAll(vocabulary, parameter.Type, parameter.Name, value =>
            {
                chosen[parameter] = value;
                return Quantify(index + 1, chosen);
            });
        }
    }
}
