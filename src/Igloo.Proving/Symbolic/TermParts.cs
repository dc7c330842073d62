using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>The parts of terms.</summary>
internal static class TermParts
{
    /// <summary>A term and all its parts; bodies of called functions are not parts.</summary>
    internal static IEnumerable<Term> All(Term root)
    {
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out var term))
        {
            yield return term;
            foreach (var part in Of(term)) pending.Push(part);
        }
    }

    /// <summary>The direct parts of a term.</summary>
    internal static IEnumerable<Term> Of(Term term) => term switch
    {
        LetTerm let => [let.Value, let.Body],
        ConditionalTerm conditional => [conditional.Test, conditional.Then, conditional.Otherwise],
        ConstructTerm construct => construct.Arguments,
        FieldTerm field => [field.Target],
        WithTerm with => with.Updates.Select(u => u.Value).Prepend(with.Target),
        CaseTestTerm test => [test.Target],
        CaseCastTerm cast => [cast.Target],
        SomeTerm some => [some.Value],
        HasValueTerm has => [has.Target],
        ValueTerm value => [value.Target],
        CallTerm call => call.Receiver is null ? call.Arguments : call.Arguments.Prepend(call.Receiver),
        OperationTerm operation => operation.Arguments,
        LambdaTerm lambda => lambda.Parameters.Cast<Term>().Append(lambda.Body),
        _ => [],
    };
}
