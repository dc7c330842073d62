using System.Collections;
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
internal sealed class Constraints(Ranges ranges)
{
    private readonly Trail trail = new();

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
                SolveCase(test, scope, wanted, then);
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
                Decide(term, scope, wanted, then);
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

    /// <summary>Runs something for each value or shape that a hole can have; false where nothing is known of it.</summary>
    public bool Fill(Hole hole, Action then)
    {
        if (ranges.Exact(hole) is { } values)
        {
            foreach (var value in values) trail.With(hole, value, then);
            return true;
        }

        if (Partial.IsOption(hole.Type))
        {
            trail.With(hole, null, then);
            trail.With(hole, new Hole(hole.Type.GetGenericArguments()[0], hole.Place), then);
            return true;
        }

        IEnumerable<Type> cases = TermRegistry.FindShape(hole.Type) switch
        {
            TypeShape.Union union => union.Cases,
            TypeShape.Record record => [record.Type],
            _ => [],
        };
        foreach (var @case in cases) trail.With(hole, Partial.Unknown(@case), then);
        return cases.Any();
    }

    /// <summary>Runs something with a hole bound.</summary>
    public void With(Hole hole, object? value, Action then) => trail.With(hole, value, then);

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

    private void SolveCase(CaseTestTerm test, Scope scope, bool wanted, Action then)
    {
        var target = PartialEvaluation.Attempt(test.Target, scope);
        if (target is Hole hole && TermRegistry.FindShape(hole.Type) is TypeShape.Union union)
        {
            foreach (var @case in union.Cases)
            {
                var construct = Partial.Unknown(@case);
                if (NativeTypes.Of(test.CaseType).IsAssignableFrom(construct.Type) == wanted) trail.With(hole, construct, then);
            }

            return;
        }

        Decide(test, scope, wanted, then);
    }

    private void SolveCall(CallTerm call, Scope scope, bool wanted, Action then)
    {
        if (Entered(call, scope, () => Solve(call, scope, wanted, then), then) is not var (body, inner)) Decide(call, scope, wanted, then);
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
        if (blocked.On is null || !Fill(blocked.On, again)) then();
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
                Unified(term, PartialEvaluation.Attempt(a[0], scope), PartialEvaluation.Attempt(a[1], scope), scope, then);
                break;
            case Operation.Less or Operation.LessOrEqual:
                Compare(term, scope, wanted, then);
                break;
            case Operation.SetContains or Operation.SeqContains or Operation.BagContains or Operation.DomainContains or Operation.FiniteMapContainsKey when wanted:
                Look(term, scope, then);
                break;
            case Operation.SetExists or Operation.SeqExists or Operation.BagExists or Operation.DomainExists when wanted && Collection(a[0], scope) is { } range:
                var lambda = (LambdaTerm)a[1];
                foreach (var element in range) Solve(lambda.Body, scope.With(lambda.Parameters[0], element), true, then);
                break;
            default:
                Decide(term, scope, wanted, then);
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
            if (!Subterms.IsTotal(conjuncts[i])) break;
        }

        if (blocking.Exists(hole => Fill(hole, () => SolveAll(conjuncts, scope, then)))) return;

        // Nothing is known to range over: the first is left to the compiled code.
        SolveAll(conjuncts.RemoveAt(0), scope, then);
    }

    private void Unified(OperationTerm term, object? left, object? right, Scope scope, Action then)
    {
        if (left is Blocked || right is Blocked) Decide(term, scope, true, then);
        else trail.Unified(left, right, then);
    }

    private void Compare(OperationTerm term, Scope scope, bool wanted, Action then)
    {
        var (left, right) = (PartialEvaluation.Attempt(term.Arguments[0], scope), PartialEvaluation.Attempt(term.Arguments[1], scope));
        var strict = term.Operation == Operation.Less ? 1 : 0;
        switch (left, right)
        {
            case (Hole hole, not (Hole or Blocked or null)):
                var bound = IntegerValue.Of(right);
                if (wanted) trail.Within(hole, null, bound - strict, then);
                else trail.Within(hole, bound + 1 - strict, null, then);
                break;
            case (not (Hole or Blocked or null), Hole hole):
                var other = IntegerValue.Of(left);
                if (wanted) trail.Within(hole, other + strict, null, then);
                else trail.Within(hole, null, other - 1 + strict, then);
                break;
            default:
                Decide(term, scope, wanted, then);
                break;
        }
    }

    private void Look(OperationTerm term, Scope scope, Action then)
    {
        var element = PartialEvaluation.Attempt(term.Arguments[1], scope);
        if (element is Blocked || Partial.FirstHole(element) is null || Collection(term.Arguments[0], scope) is not { } range)
        {
            Decide(term, scope, true, then);
            return;
        }

        foreach (var candidate in range) trail.Unified(element, candidate, then);
    }

    /// <summary>The elements of a known collection; of a finite map its keys.</summary>
    private static List<object?>? Collection(Term term, Scope scope)
    {
        var collection = PartialEvaluation.Attempt(term, scope);
        if (collection is Blocked || Partial.FirstHole(collection) is not null) return null;
        var elements = (IEnumerable)Partial.Known(collection)!;
        return [.. Keys.Of(elements).Cast<object?>()];
    }

    private void Decide(Term term, Scope scope, bool wanted, Action then)
    {
        switch (PartialEvaluation.Attempt(term, scope))
        {
            case bool value:
                if (value == wanted) then();
                break;
            case Hole { Type: var type } hole when type == typeof(bool):
                trail.With(hole, wanted, then);
                break;
            case Blocked { On: { } on } when wanted:
                if (!Fill(on, () => Solve(term, scope, wanted, then))) then();
                break;
            default:
                then();
                break;
        }
    }

    private void DecidePresence(Term term, Scope scope, bool wanted, Action then)
    {
        switch (PartialEvaluation.Attempt(term, scope))
        {
            case Blocked { On: { } on }:
                if (!Fill(on, () => SolvePresence(term, scope, wanted, then))) then();
                break;
            case Blocked:
                then();
                break;
            case Hole hole when Partial.IsOption(hole.Type):
                if (wanted) trail.With(hole, new Hole(hole.Type.GetGenericArguments()[0], hole.Place), then);
                else trail.With(hole, null, then);
                break;
            case var value:
                if (value is not null == wanted) then();
                break;
        }
    }
}
