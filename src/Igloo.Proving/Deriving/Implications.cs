using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>Finds what an implication assumes.</summary>
internal static class Implications
{
    /// <summary>The premise of <c>Implies(p, q)</c> or <c>!p || q</c> at the top of a body; null if there is none.</summary>
    internal static Term? PremiseOf(Term body) => body switch
    {
        CallTerm { Arguments: [var premise, _] } call when call.Function.DeclaringType == typeof(Models.Logic) => premise,
        OperationTerm { Operation: Operation.Or, Arguments: [OperationTerm { Operation: Operation.Not, Arguments: [var premise] }, _] } => premise,
        _ => null,
    };
}
