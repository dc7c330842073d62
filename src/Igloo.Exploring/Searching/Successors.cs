using System.Runtime.ExceptionServices;

namespace Igloo.Exploring.Searching;

/// <summary>The enabled events of states, computed ahead by several workers where that is asked for.</summary>
/// <remarks>What was computed ahead is taken in the order of the states, so the result does not depend on the workers.</remarks>
internal sealed class Successors
{
    private const int AheadOfEach = 64;

    private readonly Stepper[] workers;
    private readonly bool isOrdered;
    private readonly CancellationToken cancellation;
    private List<Successor>[] ahead = [];
    private int first;

    public Successors(Stepper stepper, ExplorationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        workers = [stepper, .. Enumerable.Range(1, options.Workers - 1).Select(_ => stepper.Again())];
        isOrdered = options.Strategy == SearchStrategy.BreadthFirst;
        cancellation = options.Cancellation;
    }

    /// <summary>The parameters of events for which a range was guessed.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => workers.SelectMany(w => w.Unbounded).DistinctBy(u => u.Place);

    /// <summary>The steps from a state; a failure of the compiled model is the last.</summary>
    /// <param name="index">The number of the state.</param>
    /// <param name="state">The state.</param>
    /// <param name="at">The states with the numbers after it, as far as they are known.</param>
    public IEnumerable<Successor> Of(int index, object state, Func<int, object?> at)
    {
        if (workers.Length == 1 || !isOrdered) return From(workers[0], state);
        if (index < first || index >= first + ahead.Length) Compute(index, at);
        return ahead.Length > 0 ? ahead[index - first] : From(workers[0], state);
    }

    private static IEnumerable<Successor> From(Stepper stepper, object state)
    {
        foreach (var e in stepper.Candidates(state))
        {
            object? after = null;
            Exception? fault = null;
            try
            {
                after = stepper.Next(state, e);
            }
            catch (StepFault thrown)
            {
                fault = thrown.Fault;
            }

            if (after is not null || fault is not null) yield return new Successor(e, after, fault);
            if (fault is not null) yield break;
        }
    }

    private void Compute(int index, Func<int, object?> at)
    {
        var states = Enumerable.Range(index, AheadOfEach * workers.Length).Select(at).TakeWhile(s => s is not null).ToArray();
        var found = new List<Successor>[states.Length];
        var next = -1;
        var failed = false;
        void Work(Stepper worker)
        {
            for (var i = Interlocked.Increment(ref next); i < found.Length; i = Interlocked.Increment(ref next))
            {
                if (cancellation.IsCancellationRequested)
                {
                    Volatile.Write(ref failed, true);
                    return;
                }

                found[i] = [.. From(worker, states[i]!)];
            }
        }

        try
        {
            Parallel.ForEach(workers, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, Work);
        }
        catch (AggregateException several) when (several.InnerException is { } one)
        {
            ExceptionDispatchInfo.Throw(one);
        }

        (first, ahead) = (index, failed ? [] : found);
    }
}
