using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>Bounds on universes as formulas.</summary>
internal static class UniverseBound
{
    /// <summary>Every element is one of so many constants.</summary>
    internal static Expression AtMost(Sort.Uninterpreted sort, int bound)
    {
        var variable = new BoundVariable(0, "x", sort);
        var element = Fol.Variable(variable);
        return Fol.ForAll(variable, Fol.Or(Enumerable.Range(0, bound).Select(i =>
            Fol.Equal(element, Fol.Apply(FunctionSymbol.Constant($"{sort.Name}!bound!{i}", sort))))));
    }
}
