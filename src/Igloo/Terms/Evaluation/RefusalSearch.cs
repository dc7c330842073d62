namespace Igloo.Terms.Evaluation;

/// <summary>Follows the evaluation of Next and notes the conditions that lead to null.</summary>
internal sealed class RefusalSearch
{
    private readonly List<Explanation> conditions = [];

    private RefusalSearch()
    {
    }

    public static Refusal? Search(Term next, Bindings bindings, object e)
    {
        var search = new RefusalSearch();
        return search.IsNull(next, bindings) ? new Refusal(e, [.. search.conditions]) : null;
    }

    private bool IsNull(Term term, Bindings bindings)
    {
        switch (term)
        {
            case NoneTerm:
                return true;
            case SomeTerm:
                return false;
            case LetTerm let:
                return IsNull(let.Body, Evaluation.Let(let, bindings));
            case ConditionalTerm conditional:
                return IsNullConditional(conditional, bindings);
            case CallTerm call when Evaluation.Enter(call, bindings) is { } entered:
                return IsNullCall(call, entered, bindings);
            default:
                return Evaluation.Of(term, bindings) is null;
        }
    }

    private bool IsNullCall(CallTerm call, (Term Body, Bindings Bindings) entered, Bindings bindings)
    {
        var before = conditions.Count;
        foreach (var argument in call.Arguments.Where(a => a.Type.IsOf(typeof(Option<>)) && Evaluation.Of(a, bindings) is null))
        {
            IsNull(argument, bindings);
        }

        // Why an argument is null explains more than the test for it inside.
        var explained = conditions.Count;
        var isNull = IsNull(entered.Body, entered.Bindings);
        if (isNull && explained > before)
        {
            conditions.RemoveRange(explained, conditions.Count - explained);
        }

        return isNull;
    }

    private bool IsNullConditional(ConditionalTerm term, Bindings bindings)
    {
        var conjuncts = Subterms.Conjuncts(term.Test).ToList();
        var noted = conditions.Count;
        foreach (var conjunct in conjuncts)
        {
            var holds = Evaluation.Holds(conjunct, bindings);
            if (conjunct is CaseTestTerm)
            {
                if (!holds)
                {
                    // Another case's arm says nothing about this event.
                    conditions.RemoveRange(noted, conditions.Count - noted);
                    return IsNull(term.Otherwise, bindings);
                }

                continue;
            }

            conditions.Add(holds ? Explainer.Explain(conjunct, bindings) : DecidingConditions.Explain(conjunct, bindings));
            if (!holds)
            {
                NoteRest(conjuncts, conjunct, bindings);
                return IsNull(term.Otherwise, bindings);
            }
        }

        return IsNull(term.Then, bindings);
    }

    /// <summary>Conjuncts after a failed one are shown too, as far as they are defined.</summary>
    private void NoteRest(List<Term> conjuncts, Term failed, Bindings bindings)
    {
        foreach (var conjunct in conjuncts.SkipWhile(c => !ReferenceEquals(c, failed)).Skip(1).Where(c => c is not CaseTestTerm))
        {
            try
            {
                conditions.Add(DecidingConditions.Explain(conjunct, bindings));
            }
            catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or ArgumentException or ArithmeticException)
            {
                return;
            }
        }
    }
}
