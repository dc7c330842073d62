namespace Igloo.Terms.Evaluation;

/// <summary>Looks into the functions that guards call: that <c>MaySay(s, message)</c> is false says nothing by itself.</summary>
internal static class DecidingConditions
{
    private const int Deepest = 3;

    /// <summary>The explanation of a condition, with what decided inside of it where it failed and is a call.</summary>
    public static Explanation Explain(Term condition, Bindings bindings) => Explain(condition, bindings, depth: 0);

    private static Explanation Explain(Term condition, Bindings bindings, int depth)
    {
        var explanation = Explainer.Explain(condition, bindings);
        return explanation.Value is false && condition is CallTerm && depth < Deepest
            ? explanation with { Inside = [.. Inside(condition, bindings, depth + 1)] }
            : explanation;
    }

    private static List<Explanation> Inside(Term term, Bindings bindings, int depth)
    {
        var found = new List<Explanation>();
        try
        {
            Note(term, bindings, found, place: null, depth);
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or ArgumentException or ArithmeticException)
        {
            // What could be evaluated is said; what stands behind a failed conjunct need not be defined.
        }

        return found;
    }

    // The body of a function that is one expression has no place of its own: it is where the function is.
    private static void Note(Term term, Bindings bindings, List<Explanation> found, SourceSpan? place, int depth)
    {
        switch (term)
        {
            case LetTerm let:
                Note(let.Body, Evaluation.Let(let, bindings), found, place, depth);
                return;
            case CallTerm call when Evaluation.Enter(call, bindings) is { } entered:
                Note(entered.Body, entered.Bindings, found, PlaceOf(call, bindings), depth);
                return;
            case ConditionalTerm conditional:
                // A test that selects an arm is seen from the values; one that ends in a constant has decided.
                var chosen = Evaluation.Holds(conditional.Test, bindings) ? conditional.Then : conditional.Otherwise;
                Note(chosen is LiteralTerm ? conditional.Test : chosen, bindings, found, place, depth);
                return;
            default:
                foreach (var conjunct in Subterms.Conjuncts(term).Where(c => c is not (CaseTestTerm or LiteralTerm)))
                {
                    var explanation = Explain(conjunct, bindings, depth);
                    found.Add(explanation with { Source = explanation.Place ?? place });
                }

                return;
        }
    }

    private static SourceSpan? PlaceOf(CallTerm call, Bindings bindings) =>
        Evaluation.Target(call.Function, call.Receiver is null ? null : Evaluation.Of(call.Receiver, bindings))?.Source;
}
