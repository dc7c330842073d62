using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Deciding;

/// <summary>
/// Makes sequences short and bags small in a world that was found: the solver chooses any length that does, and nobody reads a
/// counterexample with 38 elements where one does.
/// </summary>
/// <remarks>A wish and no verdict: where a check does not end within its limit, the longer collection stays.</remarks>
internal sealed class ShortCollections
{
    /// <summary>Longer ones are beyond what is shown, and are left as they are.</summary>
    private const int Longest = 1_024;

    private const int Guess = 8;

    private const uint ResourceLimit = 2_000_000;

    private readonly ImmutableArray<CountTerm> counts;
    private readonly SatisfiabilityQuery query;
    private readonly SolverOptions options;
    private readonly CancellationToken cancellation;
    private bool isStuck;

    private ShortCollections(ImmutableArray<CountTerm> counts, SatisfiabilityQuery query, SolverOptions options, CancellationToken cancellation)
    {
        this.counts = counts;
        this.query = query;
        this.options = options with { ResourceLimit = options.ResourceLimit == 0 ? ResourceLimit : Math.Min(ResourceLimit, options.ResourceLimit) };
        this.cancellation = cancellation;
    }

    /// <summary>The same world with shorter collections, or the world itself where nothing shorter was found.</summary>
    /// <param name="counts">The lengths and counts that are to be small.</param>
    /// <param name="query">What holds in the world, bounds of its universes included.</param>
    /// <param name="model">The world.</param>
    /// <param name="options">What each check may spend at most.</param>
    /// <param name="count">Told of the work of each check.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static FirstOrderModel Of(
        ImmutableArray<CountTerm> counts, SatisfiabilityQuery query, FirstOrderModel model, SolverOptions options, Action<SolverStatistics> count, CancellationToken cancellation) =>
        counts.IsEmpty ? model : new ShortCollections(counts, query, options, cancellation).Shorten(model, count);

    /// <summary>First all by one bound, so that none is short at the expense of another, and then each alone.</summary>
    private FirstOrderModel Shorten(FirstOrderModel model, Action<SolverStatistics> spend)
    {
        var bounds = counts.Select(c => BoundIn(model, c)).ToArray();
        // Over the integers the model alone does not tell.
        if (bounds.Contains(null)) Accept([.. bounds.Select(b => b ?? Guess)]);
        if (bounds.Max() is not { } longest) return model;
        Descend(longest, bound => [.. bounds.Select(b => b is { } own ? Math.Min(own, bound) : (int?)null)]);
        for (var i = 0; i < counts.Length; i++)
            if (bounds[i] is { } own) Descend(own, bound => [.. bounds.Select((b, j) => j == i ? bound : b)]);
        return model;

        // What holds up to a bound holds up to a larger one, so the least is found by halving.
        void Descend(int upper, Func<int, int?[]> boundsAt)
        {
            for (var lower = 0; lower < upper && !isStuck;)
            {
                var middle = lower + ((upper - lower) / 2);
                if (Accept(boundsAt(middle))) upper = middle;
                else lower = middle + 1;
            }
        }

        bool Accept(int?[] wanted)
        {
            var result = new SatisfiabilityQuery(query.Formulas.Concat(Formulas(wanted))).Check(options, cancellation);
            spend(result.Statistics);
            isStuck |= result is SatisfiabilityResult.WatchdogFired;
            if (result is not SatisfiabilityResult.Satisfiable found) return false;
            (model, bounds) = (found.Model, wanted);
            return true;
        }
    }

    private IEnumerable<Expression> Formulas(int?[] bounds) => counts.Zip(bounds).Where(c => c.Second is not null).Select(c => c.First.IsAtMost(c.Second!.Value));

    /// <summary>The least power of two, or 0, that bounds a count in a model; null if none that matters does, or the model does not tell.</summary>
    private static int? BoundIn(FirstOrderModel model, CountTerm count)
    {
        for (var bound = 0; bound <= Longest; bound = Math.Max(1, 2 * bound))
            if (model.Holds(count.IsAtMost(bound)) == true) return bound;
        return null;
    }
}
