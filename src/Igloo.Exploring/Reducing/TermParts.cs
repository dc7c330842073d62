using Igloo.Terms;

namespace Igloo.Exploring.Reducing;

/// <summary>The terms of which a term is made.</summary>
internal static class TermParts
{
    /// <summary>The immediate parts.</summary>
    /// <exception cref="ArgumentException">The kind of term is not known here.</exception>
    public static IEnumerable<Term> Of(Term term) => term switch
    {
        LiteralTerm or VariableTerm or NoneTerm => [],
        LetTerm let => [let.Value, let.Body],
        ConditionalTerm conditional => [conditional.Test, conditional.Then, conditional.Otherwise],
        FieldTerm field => [field.Target],
        ConstructTerm construct => construct.Arguments,
        WithTerm with => with.Updates.Select(u => u.Value).Prepend(with.Target),
        CaseTestTerm test => [test.Target],
        CaseCastTerm cast => [cast.Target],
        SomeTerm some => [some.Value],
        HasValueTerm has => [has.Target],
        ValueTerm value => [value.Target],
        CallTerm call => call.Receiver is null ? call.Arguments : call.Arguments.Prepend(call.Receiver),
        OperationTerm operation => operation.Arguments,
        LambdaTerm lambda => [lambda.Body],
        _ => throw new ArgumentException($"Unknown term {term.GetType().Name}.", nameof(term)),
    };

    /// <summary>The variables that a term leaves free.</summary>
    public static IReadOnlySet<VariableTerm> FreeVariables(Term term)
    {
        var free = new HashSet<VariableTerm>(ReferenceEqualityComparer.Instance);
        Collect(term, free);
        return free;
    }

    private static void Collect(Term term, HashSet<VariableTerm> free)
    {
        if (term is VariableTerm variable)
        {
            free.Add(variable);
            return;
        }

        // Variables are identified by reference, so a bound one is free nowhere else.
        foreach (var part in Of(term)) Collect(part, free);
        if (term is LetTerm let) free.Remove(let.Variable);
        if (term is LambdaTerm lambda) free.ExceptWith(lambda.Parameters);
    }
}
