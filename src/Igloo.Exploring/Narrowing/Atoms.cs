using System.Collections;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>What atomic conditions tell of holes.</summary>
/// <param name="filling">Fills holes.</param>
/// <param name="solve">Solves a condition again once more is known.</param>
internal sealed class Atoms(Filling filling, Action<Term, Scope, bool, Action> solve)
{
    /// <summary>A value of a hierarchy becomes one of its cases, or one of the others.</summary>
    public void Case(CaseTestTerm test, Scope scope, bool wanted, Action then)
    {
        var target = PartialEvaluation.Attempt(test.Target, scope);
        if (target is Hole hole && TermRegistry.FindShape(hole.Type) is TypeShape.Union union)
        {
            foreach (var @case in union.Cases)
            {
                var construct = Partial.Unknown(@case);
                if (NativeTypes.Of(test.CaseType).IsAssignableFrom(construct.Type) == wanted) filling.Trail.With(hole, construct, then);
            }

            return;
        }

        Decide(test, scope, wanted, then);
    }

    /// <summary>Two values become equal.</summary>
    public void Equal(OperationTerm term, Scope scope, Action then)
    {
        var (left, right) = (PartialEvaluation.Attempt(term.Arguments[0], scope), PartialEvaluation.Attempt(term.Arguments[1], scope));
        if (left is Blocked || right is Blocked) Decide(term, scope, true, then);
        else filling.Trail.Unified(left, right, then);
    }

    /// <summary>A known integer bounds an unknown one.</summary>
    public void Compare(OperationTerm term, Scope scope, bool wanted, Action then)
    {
        var (left, right) = (PartialEvaluation.Attempt(term.Arguments[0], scope), PartialEvaluation.Attempt(term.Arguments[1], scope));
        var strict = term.Operation == Operation.Less ? 1 : 0;
        switch (left, right)
        {
            case (Hole hole, not (Hole or Blocked or null)):
                var bound = IntegerValue.Of(right);
                if (wanted) filling.Trail.Within(hole, null, bound - strict, then);
                else filling.Trail.Within(hole, bound + 1 - strict, null, then);
                break;
            case (not (Hole or Blocked or null), Hole hole):
                var other = IntegerValue.Of(left);
                if (wanted) filling.Trail.Within(hole, other + strict, null, then);
                else filling.Trail.Within(hole, null, other - 1 + strict, then);
                break;
            default:
                Decide(term, scope, wanted, then);
                break;
        }
    }

    /// <summary>The elements of a collection are what the unknown may be.</summary>
    public void Look(OperationTerm term, Scope scope, Action then)
    {
        var element = PartialEvaluation.Attempt(term.Arguments[1], scope);
        if (element is Blocked || Partial.FirstHole(element) is null || Collection(term.Arguments[0], scope) is not { } range)
        {
            Decide(term, scope, true, then);
            return;
        }

        foreach (var candidate in range) filling.Trail.Unified(element, candidate, then);
    }

    /// <summary>The elements of a known collection; of a finite map its keys.</summary>
    public static List<object?>? Collection(Term term, Scope scope)
    {
        var collection = PartialEvaluation.Attempt(term, scope);
        if (collection is Blocked || Partial.FirstHole(collection) is not null) return null;
        var elements = (IEnumerable)Partial.Known(collection)!;
        return [.. Keys.Of(elements).Cast<object?>()];
    }

    /// <summary>A condition that names no values: holes are filled until it has a value.</summary>
    public void Decide(Term term, Scope scope, bool wanted, Action then)
    {
        switch (PartialEvaluation.Attempt(term, scope))
        {
            case bool value:
                if (value == wanted) then();
                break;
            case Hole { Type: var type } hole when type == typeof(bool):
                filling.Trail.With(hole, wanted, then);
                break;
            case Blocked { On: { } on } when wanted && !IsRarelyFalse(term):
                if (!filling.Fill(on, () => solve(term, scope, wanted, then))) filling.Leave(term, scope, then);
                break;
            case Blocked when IsRarelyFalse(term) || (!wanted && NamesIfTrue(term)):
                then();
                break;
            default:
                filling.Leave(term, scope, then);
                break;
        }
    }

    /// <summary>A condition that is false for all values but those that it names.</summary>
    private static bool NamesIfTrue(Term term) => term is OperationTerm
    {
        Operation: Operation.Equal or Operation.SetContains or Operation.SeqContains or Operation.BagContains or Operation.DomainContains or Operation.FiniteMapContainsKey
    };

    /// <summary>A condition that needs all of an event and hardly ever fails: the guard names the event better.</summary>
    private static bool IsRarelyFalse(Term term) => term is OperationTerm { Operation: Operation.ComponentIsWellTyped };
}
