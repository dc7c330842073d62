using System.Collections.Immutable;

namespace MetaTheorems.Refining;

/// <summary>Parallel compositions of finite systems, and of sets of traces.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.1.3.</remarks>
internal static class Composition
{
    /// <summary>E₁ ∥χ E₂; the events are those that χ names.</summary>
    /// <param name="first">E₁.</param>
    /// <param name="second">E₂.</param>
    /// <param name="chi">The partial function χ.</param>
    /// <param name="secondMoves">Whether the second system moves, as it must.</param>
    public static FiniteSystem Of(FiniteSystem first, FiniteSystem second, ImmutableDictionary<(char, char), char> chi, bool secondMoves = true)
    {
        var transitions =
            from t1 in first.Transitions
            from t2 in second.Transitions
            where chi.ContainsKey((t1.Event, t2.Event))
            select ((t1.Before * second.States) + t2.Before, chi[(t1.Event, t2.Event)], (t1.After * second.States) + (secondMoves ? t2.After : t2.Before));
        return new(
            first.States * second.States,
            string.Concat(chi.Values.Where(e => e != FiniteSystem.Skip).Distinct()),
            transitions.ToArray(),
            from i1 in first.Initial from i2 in second.Initial select (i1 * second.States) + i2);
    }

    /// <summary>T₁ ∥χ T₂ on sets of traces: position by position.</summary>
    public static ImmutableHashSet<string> Of(IEnumerable<string> first, IEnumerable<string> second, ImmutableDictionary<(char, char), char> chi)
    {
        var byLength = second.ToLookup(t => t.Length);
        return
        [
            .. from t1 in first
               from t2 in byLength[t1.Length]
               where t1.Zip(t2).All(chi.ContainsKey)
               select string.Concat(t1.Zip(t2, (e1, e2) => chi[(e1, e2)])),
        ];
    }

    /// <summary>χ_I of the interleaving composition over disjoint events.</summary>
    public static ImmutableDictionary<(char, char), char> Interleaving(string first, string second) =>
        first.Select(e => KeyValuePair.Create((e, FiniteSystem.Skip), e))
            .Concat(second.Select(e => KeyValuePair.Create((FiniteSystem.Skip, e), e)))
            .Append(KeyValuePair.Create((FiniteSystem.Skip, FiniteSystem.Skip), FiniteSystem.Skip))
            .ToImmutableDictionary();

    /// <summary>A random partial χ, in which skip stays skip.</summary>
    public static ImmutableDictionary<(char, char), char> Partial(Random random, string first, string second, string events) =>
        (from e1 in first + FiniteSystem.Skip
         from e2 in second + FiniteSystem.Skip
         where random.Next(2) == 0
         select KeyValuePair.Create((e1, e2), events[random.Next(events.Length)]))
        .Where(entry => entry.Key != (FiniteSystem.Skip, FiniteSystem.Skip))
        .Append(KeyValuePair.Create((FiniteSystem.Skip, FiniteSystem.Skip), FiniteSystem.Skip))
        .ToImmutableDictionary();

    /// <summary>The interleaving over an index set: a step is that of one system, the others stay.</summary>
    /// <param name="systems">The systems, over disjoint events.</param>
    /// <param name="othersStay">Whether the others stay, as they must.</param>
    public static FiniteSystem Indexed(IReadOnlyList<FiniteSystem> systems, bool othersStay = true)
    {
        var all = Tuples(systems.Select(s => Enumerable.Range(0, s.States))).ToArray();
        var numbers = all.Select((t, i) => (Key: string.Join(',', t), i)).ToDictionary(p => p.Key, p => p.i);
        int Number(IEnumerable<int> states) => numbers[string.Join(',', states)];
        var transitions =
            from before in all
            from i in Enumerable.Range(0, systems.Count)
            from t in systems[i].Transitions
            where t.Before == before[i]
            select (Number(before), t.Event, Number(before.Select((s, j) => j == i ? t.After : othersStay ? s : 0)));
        return new(all.Length, string.Concat(systems.Select(s => s.Events)), transitions.ToArray(), Tuples(systems.Select(s => s.Initial.AsEnumerable())).Select(Number));
    }

    /// <summary>The word with the events of one system kept and all others skipped.</summary>
    public static string Projected(this string word, FiniteSystem system) => word.Mediated(e => system.Events.Contains(e, StringComparison.Ordinal) ? e : FiniteSystem.Skip);

    private static IEnumerable<int[]> Tuples(IEnumerable<IEnumerable<int>> ranges)
    {
        IEnumerable<int[]> tuples = [[]];
        return ranges.Aggregate(tuples, (prefixes, range) => prefixes.SelectMany(p => range.Select(x => (int[])[.. p, x])));
    }
}
