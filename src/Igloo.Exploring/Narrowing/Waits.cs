using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>Tells conditions that name the values of holes from those that wait for a hole to be filled.</summary>
internal static class Waits
{
    /// <summary>The hole that a condition waits for; null where it can be solved at once.</summary>
    public static Hole? For(Term term, Scope scope) => term switch
    {
        LetTerm let => For(let.Body, PartialEvaluation.Let(let, scope)),
        VariableTerm variable when scope.Get(variable) is Scope.Delayed delayed => For(delayed.Term, delayed.Scope),
        ConditionalTerm conditional => For(conditional.Test, scope),
        CaseTestTerm test => On(PartialEvaluation.Attempt(test.Target, scope)),
        HasValueTerm has => Presence(has.Target, scope),
        CallTerm call => Call(call, scope, body => For(body.Term, body.Scope)),
        OperationTerm { Operation: Operation.Not } not => For(not.Arguments[0], scope),
        OperationTerm { Operation: Operation.And or Operation.Or } both => For(both.Arguments[0], scope),
        OperationTerm { Operation: Operation.Equal or Operation.Less or Operation.LessOrEqual } comparison =>
            comparison.Arguments.Select(a => On(PartialEvaluation.Attempt(a, scope))).FirstOrDefault(h => h is not null)
                ?? (comparison.Operation == Operation.Equal ? null : Both(comparison, scope)),
        OperationTerm
        {
            Operation: Operation.SetContains or Operation.SeqContains or Operation.BagContains or Operation.DomainContains or Operation.FiniteMapContainsKey
        }
        contains => contains.Arguments.Select(a => On(PartialEvaluation.Attempt(a, scope))).FirstOrDefault(h => h is not null)
            ?? Partial.FirstHole(Known(PartialEvaluation.Attempt(contains.Arguments[0], scope))),
        OperationTerm { Operation: Operation.SetExists or Operation.SeqExists or Operation.BagExists or Operation.DomainExists } exists =>
            On(PartialEvaluation.Attempt(exists.Arguments[0], scope)),
        _ => On(PartialEvaluation.Attempt(term, scope)),
    };

    private static Hole? On(object? value) => (value as Blocked)?.On;

    private static object? Known(object? value) => value is Blocked ? null : value;

    /// <summary>Two unknown integers bound neither.</summary>
    private static Hole? Both(OperationTerm comparison, Scope scope) =>
        PartialEvaluation.Attempt(comparison.Arguments[0], scope) is Hole first && PartialEvaluation.Attempt(comparison.Arguments[1], scope) is Hole ? first : null;

    private static Hole? Presence(Term term, Scope scope) => term switch
    {
        LetTerm let => Presence(let.Body, PartialEvaluation.Let(let, scope)),
        VariableTerm variable when scope.Get(variable) is Scope.Delayed delayed => Presence(delayed.Term, delayed.Scope),
        ConditionalTerm conditional => For(conditional.Test, scope),
        CallTerm call => Call(call, scope, body => Presence(body.Term, body.Scope)),
        _ => On(PartialEvaluation.Attempt(term, scope)),
    };

    private static Hole? Call(CallTerm call, Scope scope, Func<(Term Term, Scope Scope), Hole?> inside)
    {
        try
        {
            var (body, inner, blocked) = PartialEvaluation.Enter(call, scope);
            return blocked is not null ? blocked.On : body is not null ? inside((body, inner)) : On(PartialEvaluation.Attempt(call, scope));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or MissingTermsException))
        {
            return null;
        }
    }
}
