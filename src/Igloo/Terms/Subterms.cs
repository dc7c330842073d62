namespace Igloo.Terms;

/// <summary>The structure of terms.</summary>
internal static class Subterms
{
    /// <summary>A term and everything in it, variables that function literals bind among it; bodies of called functions are not in it.</summary>
    public static IEnumerable<Term> All(Term root)
    {
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out var term))
        {
            yield return term;
            if (term is LambdaTerm lambda) foreach (var parameter in lambda.Parameters) pending.Push(parameter);
            foreach (var part in Of(term)) pending.Push(part);
        }
    }

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
    public static IEnumerable<Term> Conjuncts(Term condition) =>
        condition is OperationTerm { Operation: Operation.And } and ? and.Arguments.SelectMany(Conjuncts) : [condition];
}
