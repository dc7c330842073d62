using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>The outcome of a search for a small model: a closed set of cases.</summary>
/// <param name="ResourceCount">The work of all checks together, in the unit of <see cref="SolverOptions.ResourceLimit"/>.</param>
public abstract record SmallestModel(long ResourceCount)
{
    /// <summary>The time that the solver took for all checks together.</summary>
    public TimeSpan SolveTime { get; init; }

    /// <summary>A model was found.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Bounds">How many elements each of the sorts was allowed.</param>
    /// <param name="IsSmallest">
    /// Whether every smaller bound that matters was refuted: all sorts together by one less than the largest bound, and each
    /// sort alone by one less than its own, the others unchanged. False if one of these checks was undetermined.
    /// </param>
    /// <param name="ResourceCount">The work.</param>
    public sealed record Found(
        FirstOrderModel Model, ImmutableArray<(Sort.Uninterpreted Sort, int Size)> Bounds, bool IsSmallest, long ResourceCount)
        : SmallestModel(ResourceCount);

    /// <summary>There is no model up to the bound. It says nothing about larger ones: no proof.</summary>
    /// <param name="Bound">The largest bound tried.</param>
    /// <param name="ResourceCount">The work.</param>
    public sealed record NoneUpTo(int Bound, long ResourceCount) : SmallestModel(ResourceCount);

    /// <summary>No model was found, but not every bound was refuted.</summary>
    /// <param name="Reason">Why a check was undetermined.</param>
    /// <param name="ResourceCount">The work.</param>
    public sealed record Undetermined(string Reason, long ResourceCount) : SmallestModel(ResourceCount);

    /// <summary>A check was stopped by force: a failure of the tool.</summary>
    /// <param name="After">The time allowed for a check.</param>
    /// <param name="ResourceCount">The work.</param>
    public sealed record WatchdogFired(TimeSpan After, long ResourceCount) : SmallestModel(ResourceCount);

    /// <summary>
    /// Looks for a model with all given sorts bounded by 1, 2 and so on, and then makes the bounds smaller one sort at a time.
    /// </summary>
    /// <param name="query">The query; bounds it already has on other sorts stay.</param>
    /// <param name="sorts">The sorts to bound.</param>
    /// <param name="largestBound">The last bound to try, at least 1.</param>
    /// <param name="options">What each check may spend; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SmallestModel Search(
        SatisfiabilityQuery query,
        IEnumerable<Sort.Uninterpreted> sorts,
        int largestBound,
        SolverOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(largestBound, 1);
        return new SmallestModelSearch(query, [.. sorts.Distinct()], options ?? SolverOptions.Default, cancellationToken).Find(largestBound);
    }
}
