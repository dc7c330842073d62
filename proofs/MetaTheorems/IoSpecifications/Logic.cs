using Igloo.IoSpecs;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace MetaTheorems.IoSpecifications;

/// <summary>The parts of the logic that theorems are about. Each broken variant replaces one of them, so that the same checks run on it.</summary>
internal sealed record Logic
{
    private const int Budget = 300_000;

    /// <summary>The logic as it stands in the product.</summary>
    public static Logic Paper { get; } = new();

    /// <summary>Heap transitions under a typing.</summary>
    public Func<Typing, Heap?, IoAction, IEnumerable<Heap?>> After { get; init; } = (typing, heap, action) => new HeapTransitions(typing).After(heap, action);

    /// <summary>The typing that satisfaction uses.</summary>
    public Func<Typing, Typing> SatisfactionTyping { get; init; } = typing => typing;

    /// <summary>emb(P, t).</summary>
    public Func<Process, Place, Typing, Assertion> Embed { get; init; } = (process, place, _) => Embedding.At(process, place);

    /// <summary>cmod(P, ρ) up to a depth.</summary>
    public Func<Process, InputSchedule, int, Heap> Canonical { get; init; } = CanonicalModel.Of;

    /// <summary>Whether a heap must be used up, as in a logic without monotonicity.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether everything is well typed: a theory of its own, not a broken one.</summary>
    public bool IsUntyped { get; init; }

    /// <summary>Whether types may be empty.</summary>
    public bool TypesMayBeEmpty { get; init; }

    /// <summary>Whether guards may read inputs.</summary>
    public bool GuardsReadInputs { get; init; }

    public bool HasTrace(Typing typing, Heap heap, IEnumerable<IoAction> trace)
    {
        HashSet<Heap?> states = [heap];
        return trace.All(action => (states = [.. states.SelectMany(s => After(typing, s, action))]).Count > 0);
    }

    public SatisfactionVerdict Satisfies(Typing typing, Heap heap, Assertion assertion)
    {
        var satisfaction = new Satisfaction(SatisfactionTyping(typing), Actions.Values, [.. heap.Places.Append(CanonicalModel.Root).Distinct()], Budget);
        var verdict = satisfaction.Check(heap, assertion);
        return IsExact && heap.Chunks.Any(c => satisfaction.Check(heap.Remove(c), assertion) == SatisfactionVerdict.Satisfied)
            ? SatisfactionVerdict.NotSatisfied
            : verdict;
    }

    /// <summary>Whether a heap satisfies emb(P, ε).</summary>
    public SatisfactionVerdict Satisfies(Typing typing, Heap heap, Process process) =>
        Satisfies(typing, heap, Embed(process, CanonicalModel.Root, typing));
}
