using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>Finds the events of one case that may be enabled in a state, from the terms of <c>Next</c>.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class EventNarrowing
{
    private readonly EventSystem system;
    private readonly FunctionDefinition next;
    private readonly Constraints constraints;
    private readonly Completion completion;

    /// <param name="system">The system.</param>
    /// <param name="next">The terms of its transition function.</param>
    /// <param name="ranges">What parameters range over where no condition names their values.</param>
    public EventNarrowing(EventSystem system, FunctionDefinition next, Ranges ranges)
    {
        this.system = system;
        this.next = next;
        var filling = new Filling(ranges);
        constraints = new Constraints(filling);
        completion = new Completion(ranges, filling);
    }

    /// <summary>The parameters for which a range was guessed so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => completion.Unbounded;

    /// <summary>Every enabled event of a case, and perhaps some that are not; each once.</summary>
    /// <exception cref="NotEnumerableException">Nothing bounds a parameter, and its type has no finite list of values.</exception>
    public IReadOnlyList<object> Candidates(object state, Type @case)
    {
        var found = new List<object>();
        var seen = new HashSet<object>();
        var root = Partial.Unknown(@case);
        var scope = Scope.Of(next, system, [state, root]);
        constraints.SolvePresence(next.Body!, scope, true, () => completion.Complete(root, () => ArmOf(root.Type) ?? next.Source, () =>
        {
            var e = Partial.Known(root)!;
            if (seen.Add(e)) found.Add(e);
        }));
        return found;
    }

    /// <summary>Where the arm for a case stands.</summary>
    private SourceSpan? ArmOf(Type @case) => ArmOf(next.Body!, @case);

    private static SourceSpan? ArmOf(Term term, Type @case) =>
        term is ConditionalTerm { Test: var test } conditional && Subterms.Conjuncts(test).First() is CaseTestTerm { CaseType: var tested } && NativeTypes.Of(tested) == @case
            ? conditional.Source ?? FirstSource(test) ?? FirstSource(conditional.Then)
            : Subterms.Of(term).Select(part => ArmOf(part, @case)).FirstOrDefault(found => found is not null);

    private static SourceSpan? FirstSource(Term term) =>
        term.Source is { Line: > 0 } source ? source : Subterms.Of(term).Select(FirstSource).FirstOrDefault(found => found is not null);
}
