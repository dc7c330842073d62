using System.Collections.Immutable;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>
/// Finds how the holes of an event can be filled so that a condition holds: every way, and perhaps some more, since what can't be decided is
/// let through. The compiled model has the last word on each event.
/// </summary>
/// <remarks>
/// Needed narrowing, as in functional logic programming: a hole is filled where its value is needed, from the collection it is looked up in,
/// the value it is compared with, or its range. Conjuncts that would need a range wait for those that name values.
/// </remarks>
internal sealed class Constraints
{
    private readonly Filling filling;
    private readonly Atoms atoms;

    /// <param name="filling">Fills holes.</param>
    public Constraints(Filling filling)
    {
        this.filling = filling;
        atoms = new Atoms(filling, Solve);
    }

    /// <summary>Runs something for each way to make a condition true (or false).</summary>
    public void Solve(Term term, Scope scope, bool wanted, Action then)
    {
        switch (term)
        {
            case LetTerm let:
                Solve(let.Body, PartialEvaluation.Let(let, scope), wanted, then);
                break;
            case VariableTerm variable when scope.Get(variable) is Scope.Delayed delayed:
                Solve(delayed.Term, delayed.Scope, wanted, then);
                break;
            case ConditionalTerm conditional:
                Solve(conditional.Test, scope, true, () => Solve(conditional.Then, scope, wanted, then));
                Solve(conditional.Test, scope, false, () => Solve(conditional.Otherwise, scope, wanted, then));
                break;
            case CaseTestTerm test:
                atoms.Case(test, scope, wanted, then);
                break;
            case HasValueTerm has:
                SolvePresence(has.Target, scope, wanted, then);
                break;
            case CallTerm call:
                SolveCall(call, scope, wanted, then);
                break;
            case OperationTerm operation:
                SolveOperation(operation, scope, wanted, then);
                break;
            default:
                atoms.Decide(term, scope, wanted, then);
                break;
        }
    }

    /// <summary>Runs something for each way to make an optional value present (or absent).</summary>
    public void SolvePresence(Term term, Scope scope, bool wanted, Action then)
    {
        switch (term)
        {
            case NoneTerm:
                if (!wanted) then();
                break;
            case SomeTerm:
                if (wanted) then();
                break;
            case LetTerm let:
                SolvePresence(let.Body, PartialEvaluation.Let(let, scope), wanted, then);
                break;
            case VariableTerm variable when scope.Get(variable) is Scope.Delayed delayed:
                SolvePresence(delayed.Term, delayed.Scope, wanted, then);
                break;
            case CaseCastTerm cast:
                SolvePresence(cast.Target, scope, wanted, then);
                break;
            case ConditionalTerm conditional:
                if (!IsSettled(conditional.Then, scope, !wanted)) Solve(conditional.Test, scope, true, () => SolvePresence(conditional.Then, scope, wanted, then));
                if (!IsSettled(conditional.Otherwise, scope, !wanted)) Solve(conditional.Test, scope, false, () => SolvePresence(conditional.Otherwise, scope, wanted, then));
                break;
            case CallTerm call when Entered(call, scope, () => SolvePresence(term, scope, wanted, then), then) is var (body, inner):
                if (body is not null) SolvePresence(body, inner, wanted, then);
                break;
            default:
                DecidePresence(term, scope, wanted, then);
                break;
        }
    }

    /// <summary>Whether an optional value is present (or absent) whatever the unknown is: null, a value, arms for other cases than that of the event.</summary>
    private static bool IsSettled(Term term, Scope scope, bool present) => term switch
    {
        NoneTerm => !present,
        SomeTerm => present,
        LetTerm let => IsSettled(let.Body, PartialEvaluation.Let(let, scope), present),
        ConditionalTerm conditional => Subterms.Conjuncts(conditional.Test).First() is CaseTestTerm test
            && PartialEvaluation.Attempt(test, scope) is false && IsSettled(conditional.Otherwise, scope, present),
        _ => false,
    };

    private void SolveCall(CallTerm call, Scope scope, bool wanted, Action then)
    {
        if (Entered(call, scope, () => Solve(call, scope, wanted, then), then) is not var (body, inner)) atoms.Decide(call, scope, wanted, then);
        else if (body is not null) Solve(body, inner, wanted, then);
    }

    /// <summary>The body of a call; null where it goes to compiled code; without a body where the call was dealt with here.</summary>
    private (Term? Body, Scope Scope)? Entered(CallTerm call, Scope scope, Action again, Action then)
    {
        (Term? Body, Scope Scope, Blocked? Blocked) entered;
        try
        {
            entered = PartialEvaluation.Enter(call, scope);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or MissingTermsException))
        {
            entered = (null, scope, Blocked.Undefined);
        }

        if (entered.Blocked is not { } blocked) return entered.Body is null ? null : (entered.Body, entered.Scope);
        if (blocked.On is null || !filling.Fill(blocked.On, again)) filling.Leave(call, scope, then);
        return (null, scope);
    }

    private void SolveOperation(OperationTerm term, Scope scope, bool wanted, Action then)
    {
        var a = term.Arguments;
        switch (term.Operation)
        {
            case Operation.Not:
                Solve(a[0], scope, !wanted, then);
                break;
            case Operation.And when wanted:
                SolveAll([.. Subterms.Conjuncts(term)], scope, then);
                break;
            case Operation.And or Operation.Or:
                // The first operand decides, or the second does.
                var deciding = term.Operation == Operation.Or;
                if (wanted == deciding) Solve(a[0], scope, deciding, then);
                Solve(a[0], scope, !deciding, () => Solve(a[1], scope, wanted, then));
                break;
            case Operation.Equal when wanted:
                atoms.Equal(term, scope, then);
                break;
            case Operation.Less or Operation.LessOrEqual:
                atoms.Compare(term, scope, wanted, then);
                break;
            case Operation.SetContains or Operation.SeqContains or Operation.BagContains or Operation.DomainContains or Operation.FiniteMapContainsKey when wanted:
                atoms.Look(term, scope, then);
                break;
            case Operation.SetExists or Operation.SeqExists or Operation.BagExists or Operation.DomainExists when wanted && Atoms.Collection(a[0], scope) is { } range:
                var lambda = (LambdaTerm)a[1];
                foreach (var element in range) Solve(lambda.Body, scope.With(lambda.Parameters[0], element), true, then);
                break;
            default:
                atoms.Decide(term, scope, wanted, then);
                break;
        }
    }

    private void SolveAll(ImmutableArray<Term> conjuncts, Scope scope, Action then)
    {
        if (conjuncts.IsEmpty)
        {
            then();
            return;
        }

        var blocking = new List<Hole>();
        for (var i = 0; i < conjuncts.Length; i++)
        {
            if (Waits.For(conjuncts[i], scope) is not { } hole)
            {
                var rest = conjuncts.RemoveAt(i);
                Solve(conjuncts[i], scope, true, () => SolveAll(rest, scope, then));
                return;
            }

            blocking.Add(hole);
            if (!Totality.IsTotal(conjuncts[i])) break;
        }

        if (blocking.Exists(hole => filling.Fill(hole, () => SolveAll(conjuncts, scope, then)))) return;

        // Nothing is known to range over: the first is left to the compiled code.
        var (first, others) = (conjuncts[0], conjuncts.RemoveAt(0));
        if (blocking[0].Excluded is null) filling.Leave(first, scope, () => SolveAll(others, scope, then));
        else Solve(first, scope, true, () => SolveAll(others, scope, then));
    }

    private void DecidePresence(Term term, Scope scope, bool wanted, Action then)
    {
        switch (PartialEvaluation.Attempt(term, scope))
        {
            case Blocked { On: { } on }:
                if (!filling.Fill(on, () => SolvePresence(term, scope, wanted, then))) filling.Leave(term, scope, then);
                break;
            case Blocked:
                filling.Leave(term, scope, then);
                break;
            case Hole hole when Partial.IsOption(hole.Type):
                if (wanted) filling.Trail.With(hole, new Hole(hole.Type.GetGenericArguments()[0], hole.Place, hole.Excluded), then);
                else if (Partial.CanBe(hole, null)) filling.Trail.With(hole, null, then);
                break;
            case var value:
                if (value is not null == wanted) then();
                break;
        }
    }
}
