using System.Collections.Immutable;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>The guards on the way through a transition function: which of them let an event through, and which stopped it.</summary>
internal sealed class GuardTrace
{
    private readonly TermValues values;
    private readonly ImmutableArray<Term>.Builder met = ImmutableArray.CreateBuilder<Term>();
    private readonly ImmutableArray<Term>.Builder failed = ImmutableArray.CreateBuilder<Term>();
    private int depth;

    private GuardTrace(TermValues values) => this.values = values;

    /// <summary>The conditions that held.</summary>
    internal ImmutableArray<Term> Met => met.ToImmutable();

    /// <summary>The conditions that failed although the event had the right shape.</summary>
    internal ImmutableArray<Term> Failed => failed.ToImmutable();

    /// <summary>The first condition that failed although the event had the right shape, with what its variables stand for.</summary>
    internal (Term Term, Bindings Bindings)? FirstFailed { get; private set; }

    /// <summary>Follows a transition function.</summary>
    /// <param name="values">The values of terms.</param>
    /// <param name="body">Its body.</param>
    /// <param name="bindings">What its parameters stand for.</param>
    internal static GuardTrace Of(TermValues values, Term body, Bindings bindings)
    {
        var trace = new GuardTrace(values);
        trace.Follow(body, bindings);
        return trace;
    }

    private void Follow(Term term, Bindings bindings)
    {
        switch (term)
        {
            case LetTerm let:
                Follow(let.Body, values.Evaluation.Bind(let, bindings));
                break;
            case ConditionalTerm conditional:
                var holds = values.Holds(conditional.Test, bindings);
                Collect(conditional.Test, bindings, holds);
                Follow(holds ? conditional.Then : conditional.Otherwise, bindings);
                break;
            case CallTerm call when depth < 8 && values.Evaluation.Inline(call, bindings) is var (function, scope):
                depth++;
                Follow(function.Body!, scope);
                depth--;
                break;
            case SomeTerm some:
                Follow(some.Value, bindings);
                break;
            case CaseCastTerm cast:
                Follow(cast.Target, bindings);
                break;
        }
    }

    private void Collect(Term test, Bindings bindings, bool holds)
    {
        ImmutableArray<(Term Term, Bindings Bindings)> parts = [.. Conjuncts(test, bindings)];
        if (holds)
        {
            met.AddRange(parts.Where(p => IsGuard(p.Term)).Select(p => p.Term));
            return;
        }

        // An arm for another event says nothing; an arm for this one stopped at its first failing condition.
        var stop = parts.FirstOrDefault(p => !values.Holds(p.Term, p.Bindings));
        if (stop.Term is null || !IsGuard(stop.Term)) return;
        failed.Add(stop.Term);
        FirstFailed ??= stop;
    }

    private static bool IsGuard(Term term) => term is not CaseTestTerm and not HasValueTerm { Target: VariableTerm } && term.Source is { Text.Length: > 0 };

    private IEnumerable<(Term Term, Bindings Bindings)> Conjuncts(Term term, Bindings bindings) => term switch
    {
        OperationTerm { Operation: Operation.And } and => and.Arguments.SelectMany(a => Conjuncts(a, bindings)),
        LetTerm let => Conjuncts(let.Body, values.Evaluation.Bind(let, bindings)),
        _ => [(term, bindings)],
    };
}
