namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>For each sort an exchange and a rotation, which generate all of its permutations.</summary>
internal sealed class Renamings
{
    private readonly Encoder encoder;
    private readonly (int Sort, int[][] Renaming)[] generators;

    public Renamings(Encoder encoder)
    {
        this.encoder = encoder;
        generators = [.. encoder.Elements.SelectMany((elements, sort) => Generators(elements.Count).Select(g => (sort, With(sort, g))))];
    }

    /// <summary>Whether values contain elements of symmetric sorts.</summary>
    public bool Concern(Type type) => encoder.Use.Contains(type);

    /// <summary>Whether a value is the same under every permutation.</summary>
    public bool Fix(object? value)
    {
        var plain = encoder.Of(value, encoder.Identity);
        return generators.All(g => encoder.Of(value, g.Renaming).Equals(plain));
    }

    /// <summary>Whether every permutation of a list of values is in the list.</summary>
    public bool Permute(IReadOnlyList<object?> values)
    {
        var known = values.Select(v => encoder.Of(v, encoder.Identity)).ToHashSet();
        return generators.All(g => values.All(v => known.Contains(encoder.Of(v, g.Renaming))));
    }

    /// <summary>Two choices of arguments, of which one is the other permuted, for which a function's results are not; null if there are none.</summary>
    public (object?[] Arguments, object? Result, int Sort)? Distinguishing(IEnumerable<object?[]> choices, Func<object?[], object?> function)
    {
        var results = choices.Select(arguments => (Arguments: arguments, Result: function(arguments))).ToList();
        var known = results.ToDictionary(r => CodeOf(r.Arguments, encoder.Identity), r => encoder.Of(r.Result, encoder.Identity));
        foreach (var (sort, renaming) in generators)
        {
            foreach (var (arguments, result) in results)
            {
                if (!known.TryGetValue(CodeOf(arguments, renaming), out var permuted) || !permuted.Equals(encoder.Of(result, renaming))) return (arguments, result, sort);
            }
        }

        return null;
    }

    private Code CodeOf(object?[] arguments, int[][] renaming)
    {
        var numbers = new List<int>();
        foreach (var argument in arguments) numbers.AddRange(encoder.Of(argument, renaming).Numbers);
        return new Code([.. numbers]);
    }

    private int[][] With(int sort, int[] renaming)
    {
        var all = encoder.Identity;
        all[sort] = renaming;
        return all;
    }

    private static IEnumerable<int[]> Generators(int count)
    {
        if (count < 2) yield break;
        yield return [1, 0, .. Enumerable.Range(2, count - 2)];
        if (count > 2) yield return [.. Enumerable.Range(0, count).Select(i => (i + 1) % count)];
    }
}
