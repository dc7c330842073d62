using System.Runtime.ExceptionServices;
using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>Visits the states of a packed system level by level, with several workers.</summary>
internal sealed class LevelSearch<T, TKey, TKeying> : IPackedSearch
    where T : struct, IWords<T>
    where TKey : struct, IWords<TKey>
    where TKeying : IKeying<T, TKey>
{
    private const int BatchSize = 1 << 14;

    private readonly SearchContext<T> context;
    private readonly ExplorationOptions options;
    private readonly Worker<T, TKey, TKeying>[] workers;
    private readonly List<long[]> levels = [];
    private readonly List<Finding<T>> findings = [];
    private readonly ProgressReport progress;
    private long initialStates;

    public LevelSearch(PackedSystem system, ExplorationOptions options)
    {
        this.options = options;
        context = new SearchContext<T>(system, options);
        context.StateWatches = context.Program.StateWatches;
        context.StepWatches = context.Program.StepWatches;
        workers = [.. Enumerable.Range(0, context.Workers).Select(_ => new Worker<T, TKey, TKeying>(context))];
        progress = new ProgressReport(options.Progress);
    }

    public Completeness Completeness { get; private set; } = Completeness.Complete;

    public long States => workers.Sum(w => w.States.Count);

    public long Generated => initialStates + workers.Sum(w => w.Generated);

    public int Depth { get; private set; }

    public double? CollisionOdds => TKeying.IsExact ? null : Exploring.Searching.CollisionOdds.Of(States);

    public long Occurrences(int e) => workers.Sum(w => w.Occurrences[e]);

    public void Explore()
    {
        foreach (var state in context.System.InitialStates<T>())
        {
            initialStates++;
            workers[OwnerOf(state)].Visit(state);
            if (context.IsStopped) break;
        }

        levels.Add(new long[workers.Length]);
        Depth = States > 0 ? 1 : 0;
        EndLevel();
        while (Completeness is Completeness.Complete && !context.IsStopped && workers.Any(w => w.Next < w.States.Count)) ExpandLevel();
        if (context.IsStopped) Completeness = Completeness.CutByStates;
        else if (context.IsCutByDepth && Completeness is Completeness.Complete) Completeness = Completeness.CutByDepth;
        progress.End(this, Queue);
    }

    public IEnumerable<ReportedFinding> Report()
    {
        var rebuilding = new RunRebuilding<T>(context.System, context.Program, [.. workers.Select(w => w.States)], levels);
        return findings.Select(f => new ReportedFinding(f.Property, rebuilding.RunTo(f), f.Arguments, f.Fault, f.Fault is not null && f.Property is null ? context.System.Events[f.Event] : null));
    }

    private long Queue => workers.Sum(w => w.States.Count - w.Next);

    private void ExpandLevel()
    {
        context.Level = levels.Count - 1;
        context.NewLevel = levels.Count;
        context.IsLastLevel = levels.Count >= (options.MaxDepth ?? int.MaxValue);
        Depth = levels.Count;
        long[] ends = [.. workers.Select(w => w.States.Count)];
        levels.Add(ends);
        while (Enumerable.Range(0, workers.Length).Any(i => workers[i].Next < ends[i]) && !context.IsStopped)
        {
            if (options.Cancellation.IsCancellationRequested)
            {
                Completeness = Completeness.Cancelled;
                break;
            }

            if (options.MaxMemory is { } most && GC.GetTotalMemory(forceFullCollection: false) > most)
            {
                Completeness = Completeness.CutByMemory;
                break;
            }

            ForEachWorker(i => workers[i].Expand(ends[i], BatchSize));
            if (workers.Length > 1) Exchange();
            progress.Step(this, Queue);
        }

        EndLevel();
    }

    private void Exchange()
    {
        ForEachWorker(to =>
        {
            foreach (var from in workers)
            {
                foreach (ref readonly var state in from.SentTo(to)) workers[to].Visit(state);
            }
        });
        foreach (var worker in workers) worker.ClearSent();
    }

    private void ForEachWorker(Action<int> action)
    {
        if (workers.Length == 1)
        {
            action(0);
            return;
        }

        try
        {
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, action);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>Keeps the smallest finding of each subject, and stops looking for it.</summary>
    private void EndLevel()
    {
        var merged = new LevelFindings<T>();
        foreach (var worker in workers)
        {
            foreach (var (subject, finding) in worker.Findings.Found) merged.Add(subject, finding);
            worker.Findings.Clear();
        }

        if (merged.Found.Count == 0) return;
        findings.AddRange(merged.Found.Values.OrderBy(f => f.Level).ThenBy(f => f.Property?.Method.MetadataToken ?? int.MaxValue));
        context.StateWatches = [.. context.StateWatches.Where(w => !merged.Found.ContainsKey(w.Ground.Property))];
        context.StepWatches = [.. context.StepWatches.Where(w => !merged.Found.ContainsKey(w.Ground.Property))];
        if (merged.Found.ContainsKey(SearchContext<T>.DeadlockSubject)) context.LooksForDeadlocks = false;
        if (merged.Found.ContainsKey(SearchContext<T>.FaultSubject)) Completeness = Completeness.StoppedByFault;
    }

    private int OwnerOf(in T state) => workers.Length == 1 ? 0 : Worker<T, TKey, TKeying>.OwnerOf(state, workers.Length);
}
