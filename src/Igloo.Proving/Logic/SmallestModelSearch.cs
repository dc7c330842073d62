using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>The search behind <see cref="SmallestModel"/>.</summary>
internal sealed class SmallestModelSearch(
    SatisfiabilityQuery query, ImmutableArray<Sort.Uninterpreted> sorts, SolverOptions options, CancellationToken cancellationToken)
{
    private long _resourceCount;
    private TimeSpan _solveTime;
    private string? _undetermined;
    private TimeSpan? _fired;

    internal SmallestModel Find(int largestBound) => Run(largestBound) with { SolveTime = _solveTime };

    private SmallestModel Run(int largestBound)
    {
        for (var bound = 1; bound <= largestBound; bound++)
        {
            var bounds = sorts.ToImmutableDictionary(sort => sort, _ => bound);
            var model = Check(bounds);
            if (_fired is { } after) return new SmallestModel.WatchdogFired(after, _resourceCount);
            if (model is not null) return Shrink(model, bounds);
            if (sorts.IsEmpty) break;
        }

        return _undetermined is { } reason
            ? new SmallestModel.Undetermined(reason, _resourceCount)
            : new SmallestModel.NoneUpTo(largestBound, _resourceCount);
    }

    private SmallestModel Shrink(FirstOrderModel model, ImmutableDictionary<Sort.Uninterpreted, int> bounds)
    {
        foreach (var sort in sorts)
        {
            while (bounds[sort] > 1)
            {
                var smaller = bounds.SetItem(sort, bounds[sort] - 1);
                var found = Check(smaller);
                if (_fired is { } after) return new SmallestModel.WatchdogFired(after, _resourceCount);
                if (found is null) break;
                (model, bounds) = (found, smaller);
            }
        }

        return new SmallestModel.Found(model, [.. sorts.Select(sort => (sort, bounds[sort]))], _undetermined is null, _resourceCount);
    }

    private FirstOrderModel? Check(ImmutableDictionary<Sort.Uninterpreted, int> bounds)
    {
        var result = query.WithUniverseBounds(bounds).Check(options, cancellationToken);
        _resourceCount += result.Statistics.ResourceCount;
        _solveTime += result.Statistics.SolveTime;
        switch (result)
        {
            case SatisfiabilityResult.Satisfiable satisfiable:
                return satisfiable.Model;
            case SatisfiabilityResult.Undetermined undetermined:
                _undetermined ??= undetermined.Reason;
                return null;
            case SatisfiabilityResult.WatchdogFired watchdog:
                _fired = watchdog.After;
                return null;
            default:
                return null;
        }
    }
}
