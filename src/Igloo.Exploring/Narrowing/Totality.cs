using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>Which terms have a value whatever their variables are, integers too large aside.</summary>
internal static class Totality
{
    /// <summary>Whether it is so of a term.</summary>
    public static bool IsTotal(Term term) => IsTotal(term, []);

    private static bool IsTotal(Term term, HashSet<string> entered) =>
        term is not OperationTerm
        {
            Operation: Operation.Divide or Operation.Remainder or Operation.FiniteMapGet or Operation.SeqGet or Operation.SeqFirst
                or Operation.SeqRest or Operation.SeqSet or Operation.SeqTake or Operation.SeqSkip
        }
        && (term is not CallTerm call || !entered.Add(call.Function.Key) || TermRegistry.FindFunction(call.Function)?.Body is not { } body || IsTotal(body, entered))
        && Subterms.Of(term).All(part => IsTotal(part, entered));
}
