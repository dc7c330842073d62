namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>Gives states that differ only by a permutation of symmetric sorts the same code: the least code of all permuted states.</summary>
/// <remarks>
/// Not all permutations are tried. Elements are first ordered by what the state says of each alone, and only ties are permuted; of elements whose
/// exchange leaves the state as it is, one order stands for all. Both depend on the state up to renaming only.
/// </remarks>
internal sealed class CanonicalForm(Encoder encoder)
{
    /// <summary>The code that the state shares with its permutations.</summary>
    public Code Of(object state)
    {
        var identity = encoder.Identity;
        var plain = encoder.Of(state, identity);
        var orders = Enumerable.Range(0, identity.Length).Select(sort => OrdersOf(state, plain, identity, sort).ToArray()).ToArray();
        Code? least = null;
        var renaming = new int[identity.Length][];
        foreach (var choice in Enumerating.Product.Of(orders))
        {
            for (var sort = 0; sort < renaming.Length; sort++) renaming[sort] = Inverse((int[])choice[sort]!);
            var code = encoder.Of(state, renaming);
            if (least is null || code.CompareTo(least) < 0) least = code;
        }

        return least!;
    }

    /// <summary>The orders of the elements of a sort to try.</summary>
    private IEnumerable<int[]> OrdersOf(object state, Code plain, int[][] identity, int sort)
    {
        var count = identity[sort].Length;
        var blank = identity.Select(s => new int[s.Length]).ToArray();
        var ties = Enumerable.Range(0, count)
            .GroupBy(element =>
            {
                blank[sort] = new int[count];
                blank[sort][element] = 1;
                return encoder.Of(state, blank);
            })
            .OrderBy(tie => tie.Key)
            .Select(tie => Arrangements(Interchangeable(state, plain, identity, sort, [.. tie])).ToArray())
            .ToArray();
        return Enumerating.Product.Of(ties).Select(choice => choice.SelectMany(part => (int[])part!).ToArray());
    }

    /// <summary>Splits elements into classes within which any exchange leaves the state as it is.</summary>
    private List<List<int>> Interchangeable(object state, Code plain, int[][] identity, int sort, List<int> elements)
    {
        var classes = new List<List<int>>();
        foreach (var element in elements)
        {
            if (classes.Find(c => IsFixedBy(c[0], element)) is { } same) same.Add(element);
            else classes.Add([element]);
        }

        return classes;

        bool IsFixedBy(int a, int b)
        {
            var exchanged = identity.ToArray();
            exchanged[sort] = [.. identity[sort]];
            (exchanged[sort][a], exchanged[sort][b]) = (b, a);
            return encoder.Of(state, exchanged).Equals(plain);
        }
    }

    /// <summary>All ways to interleave the classes, each class in its order.</summary>
    private static IEnumerable<int[]> Arrangements(List<List<int>> classes)
    {
        if (classes.Count == 1) return [[.. classes[0]]];
        return Interleaved([.. classes.Select(c => c.Count)]).Select(places =>
        {
            var next = new int[classes.Count];
            return places.Select(c => classes[c][next[c]++]).ToArray();
        });
    }

    private static IEnumerable<int[]> Interleaved(int[] left)
    {
        if (left.All(n => n == 0)) return [[]];
        return Enumerable.Range(0, left.Length).Where(c => left[c] > 0).SelectMany(c =>
        {
            int[] rest = [.. left];
            rest[c]--;
            return Interleaved(rest).Select(tail => (int[])[c, .. tail]);
        });
    }

    private static int[] Inverse(int[] order)
    {
        var renaming = new int[order.Length];
        for (var i = 0; i < order.Length; i++) renaming[order[i]] = i;
        return renaming;
    }
}
