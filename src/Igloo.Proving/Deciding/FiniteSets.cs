using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Deciding;

/// <summary>
/// Makes sets finite and small in a world that was found: the solver says of most elements whatever is easiest, and a set with infinitely
/// many elements can neither be read nor run.
/// </summary>
/// <remarks>A wish and no verdict: where a check does not end within its limit, the set stays as it is.</remarks>
internal sealed class FiniteSets
{
    private const uint ResourceLimit = 2_000_000;

    private static readonly int[] Sizes = [1, 2, 4];

    private readonly ImmutableArray<Extent> extents;
    private readonly SolverOptions options;
    private readonly Action<SolverStatistics> count;
    private readonly CancellationToken cancellation;
    private readonly int?[] bounds;
    private readonly SatisfiabilityQuery query;
    private FirstOrderModel model;
    private bool isStuck;

    private FiniteSets(
        ImmutableArray<Extent> extents, SatisfiabilityQuery query, FirstOrderModel model, SolverOptions options, Action<SolverStatistics> count, CancellationToken cancellation)
    {
        this.extents = extents;
        this.query = query;
        this.model = model;
        this.options = options with { ResourceLimit = options.ResourceLimit == 0 ? ResourceLimit : Math.Min(ResourceLimit, options.ResourceLimit) };
        this.count = count;
        this.cancellation = cancellation;
        bounds = new int?[extents.Length];
    }

    /// <summary>The same world with smaller sets, and the query that it satisfies; both unchanged where none was found.</summary>
    /// <param name="extents">The sets.</param>
    /// <param name="query">What holds in the world, bounds of its universes included.</param>
    /// <param name="model">The world.</param>
    /// <param name="options">What each check may spend at most.</param>
    /// <param name="count">Told of the work of each check.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static (FirstOrderModel Model, SatisfiabilityQuery Query) Of(
        ImmutableArray<Extent> extents, SatisfiabilityQuery query, FirstOrderModel model, SolverOptions options, Action<SolverStatistics> count, CancellationToken cancellation)
    {
        if (extents.IsEmpty) return (model, query);
        var search = new FiniteSets(extents, query, model, options, count, cancellation);
        search.Bound();
        return (search.model, search.QueryAt(search.bounds));
    }

    /// <summary>First all by one bound; where some set has to be large, as many as can be small; then each alone as small as can be.</summary>
    private void Bound()
    {
        if (!Array.Exists(Sizes, size => Accept([.. bounds.Select(_ => (int?)size)])))
            for (var i = 0; i < extents.Length; i++) Accept(At(i, Sizes[^1]));
        for (var i = 0; i < extents.Length; i++)
            while (bounds[i] > 0 && Accept(At(i, bounds[i]!.Value - 1))) { }
    }

    private int?[] At(int index, int bound) => [.. bounds.Select((b, i) => i == index ? bound : b)];

    private bool Accept(int?[] wanted)
    {
        if (isStuck) return false;
        var result = QueryAt(wanted).Check(options, cancellation);
        count(result.Statistics);
        isStuck |= result is SatisfiabilityResult.WatchdogFired;
        if (result is not SatisfiabilityResult.Satisfiable found) return false;
        model = found.Model;
        wanted.CopyTo(bounds, 0);
        return true;
    }

    private SatisfiabilityQuery QueryAt(int?[] wanted) =>
        new(query.Formulas.Concat(extents.Select((e, i) => wanted[i] is { } bound ? e.IsAtMost(bound, $"member!{i}") : Fol.True)));
}
