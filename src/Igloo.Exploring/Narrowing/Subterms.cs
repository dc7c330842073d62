using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>The structure of terms.</summary>
internal static class Subterms
{
    /// <summary>The direct parts of a term, in the order of evaluation.</summary>
    public static IEnumerable<Term> Of(Term term) => term switch
    {
        LetTerm let => [let.Value, let.Body],
        ConditionalTerm conditional => [conditional.Test, conditional.Then, conditional.Otherwise],
        FieldTerm field => [field.Target],
        ConstructTerm construct => construct.Arguments,
        WithTerm with => [with.Target, .. with.Updates.Select(u => u.Value)],
        CaseTestTerm test => [test.Target],
        CaseCastTerm cast => [cast.Target],
        SomeTerm some => [some.Value],
        HasValueTerm has => [has.Target],
        ValueTerm value => [value.Target],
        CallTerm { Receiver: { } receiver } call => [receiver, .. call.Arguments],
        CallTerm call => call.Arguments,
        OperationTerm operation => operation.Arguments,
        LambdaTerm lambda => [lambda.Body],
        _ => [],
    };

    /// <summary>The conjuncts of a condition, from left to right.</summary>
    public static IEnumerable<Term> Conjuncts(Term term) =>
        term is OperationTerm { Operation: Operation.And } and ? and.Arguments.SelectMany(Conjuncts) : [term];

    /// <summary>Whether a term has a value whatever its variables are, integers too large aside.</summary>
    public static bool IsTotal(Term term) => IsTotal(term, []);

    private static bool IsTotal(Term term, HashSet<string> entered) =>
        term is not OperationTerm
        {
            Operation: Operation.Divide or Operation.Remainder or Operation.FiniteMapGet or Operation.SeqGet or Operation.SeqFirst
                or Operation.SeqRest or Operation.SeqSet or Operation.SeqTake or Operation.SeqSkip
        }
        && (term is not CallTerm call || !entered.Add(call.Function.Key) || TermRegistry.FindFunction(call.Function)?.Body is not { } body || IsTotal(body, entered))
        && Of(term).All(part => IsTotal(part, entered));
}
