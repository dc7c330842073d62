using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Exploring.Narrowing;

/// <summary>Finds the events of one case that may be enabled in a state, from the terms of <c>Next</c>.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class EventNarrowing
{
    private readonly EventSystem system;
    private readonly FunctionDefinition next;
    private readonly Ranges ranges;
    private readonly Filling filling;
    private readonly Constraints constraints;
    private readonly Dictionary<string, UnboundedParameter> unbounded = [];

    /// <param name="system">The system.</param>
    /// <param name="next">The terms of its transition function.</param>
    /// <param name="ranges">What parameters range over where no condition names their values.</param>
    public EventNarrowing(EventSystem system, FunctionDefinition next, Ranges ranges)
    {
        this.system = system;
        this.next = next;
        this.ranges = ranges;
        filling = new Filling(ranges);
        constraints = new Constraints(filling);
    }

    /// <summary>The parameters for which a range was guessed so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => unbounded.Values;

    /// <summary>Every enabled event of a case, and perhaps some that are not; each once.</summary>
    /// <exception cref="NotEnumerableException">Nothing bounds a parameter, and its type has no finite list of values.</exception>
    public IReadOnlyList<object> Candidates(object state, Type @case)
    {
        var found = new List<object>();
        var seen = new HashSet<object>();
        var root = Partial.Unknown(@case);
        var scope = Scope.Of(next, system, [state, root]);
        constraints.SolvePresence(next.Body!, scope, true, () => Complete(root, e =>
        {
            if (seen.Add(e)) found.Add(e);
        }));
        return found;
    }

    private void Complete(Construct root, Action<object> found)
    {
        if (Partial.FirstHole(root) is not { } hole)
        {
            found(Partial.Known(root)!);
            return;
        }

        if (hole.Excluded is not null)
        {
            CompleteOther(hole, root, found);
            return;
        }

        if (filling.Fill(hole, () => Complete(root, found))) return;
        foreach (var value in Guess(hole, root)) filling.Trail.With(hole, value, () => Complete(root, found));
    }

    /// <summary>A parameter that no list has: only a value that a condition names, or a doubt where a condition may name one.</summary>
    private void CompleteOther(Hole hole, Construct root, Action<object> found)
    {
        var named = Partial.NamedParts(root).FirstOrDefault();
        if ((named is not null || hole.Least is not null) && filling.FillFromCarrier(hole, () => Complete(root, found))) return;
        var condition = filling.Trail.FirstUndecided() ?? (named is null ? null : $"{named.Place} = {ValueText.Of(Partial.Known(named))}");
        if (condition is null) return;
        unbounded.TryAdd(hole.Place, new UnboundedParameter(hole.Place, hole.Type, ArmOf(root.Type) ?? next.Source, ranges.Listed(hole)) { Condition = condition });
    }

    private IReadOnlyList<object?> Guess(Hole hole, Construct root)
    {
        var note = new UnboundedParameter(hole.Place, hole.Type, ArmOf(root.Type) ?? next.Source, 0);
        try
        {
            var values = ranges.Guessed(hole);
            unbounded.TryAdd(hole.Place, note with { Values = values.Count });
            return values;
        }
        catch (NotEnumerableException)
        {
            throw new NotEnumerableException(hole.Place, NativeTypes.Of(hole.Type), $"{note}");
        }
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
