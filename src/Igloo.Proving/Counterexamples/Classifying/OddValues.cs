using System.Collections.Immutable;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>What of a state occurs in no state that a search has visited: a hint at the invariant that is missing.</summary>
internal sealed class OddValues
{
    private readonly ImmutableArray<(string Name, object? Value)> wanted;
    private readonly Func<object, object?>[] getters;
    private readonly Igloo.Exploring.Universe universe;
    private readonly bool[] single;
    private readonly bool[,] pairs;

    internal OddValues(World world, object state)
    {
        universe = world.Universe;
        var fields = ClrTypes.Fields(state.GetType()) ?? [];
        wanted = [.. fields.Select(f => (f.Name, f.Get(state)))];
        getters = [.. fields.Select(f => f.Get)];
        single = new bool[wanted.Length];
        pairs = new bool[wanted.Length, wanted.Length];
    }

    /// <summary>Notes a visited state.</summary>
    internal void Visit(object state)
    {
        var same = new bool[wanted.Length];
        for (var i = 0; i < wanted.Length; i++) single[i] |= same[i] = universe.Same(getters[i](state), wanted[i].Value);
        for (var i = 0; i < wanted.Length; i++)
            for (var j = 0; j < i; j++) pairs[i, j] |= same[i] && same[j];
    }

    /// <summary>What never occurred: single fields, or where all did, pairs of them.</summary>
    internal string? Text()
    {
        if (wanted.IsEmpty) return null;
        var never = Enumerable.Range(0, wanted.Length).Where(i => !single[i]).Select(Show).ToArray();
        if (never.Length > 0) return $"Odd: {string.Join(", ", never)} {(never.Length == 1 ? "occurs" : "each occur")} in no visited state.";
        var together = from i in Enumerable.Range(0, wanted.Length) from j in Enumerable.Range(0, i) where !pairs[i, j] select $"{Show(j)} with {Show(i)}";
        var first = together.Take(3).ToArray();
        return first.Length > 0 ? $"Odd: no visited state has {string.Join(", or ", first)}." : null;
    }

    private string Show(int field) => $"{wanted[field].Name} = {ValueText.Of(wanted[field].Value)}";
}
