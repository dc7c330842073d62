using System.Collections.Immutable;
using Igloo.IoSpecs;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;
using MetaTheorems.IoSpecifications;

namespace MetaTheorems.Splitting;

/// <summary>Canonical models of split specifications: a tree for each side, and one behind each join.</summary>
internal static class SplitModels
{
    /// <summary>The model for a trace: every part reads the inputs of the trace where it lies on it.</summary>
    /// <param name="split">The system.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="elsewhere">What is read off the trace.</param>
    /// <param name="depth">The number of actions after which everything is cut off.</param>
    public static Heap Of(SplitSystem split, ImmutableArray<IoAction> trace, InputSchedule elsewhere, int depth)
    {
        var first = Side(split, trace, elsewhere, depth, isFirst: true);
        var second = Side(split, trace, elsewhere, depth, isFirst: false);
        var heap = Heap.Of(new Chunk.Token(CanonicalModel.Root), new Chunk.Split(CanonicalModel.Root, new("1"), new("2"))).Plus(first).Plus(second);
        foreach (var (u1, alpha) in Histories(first, new("1")))
        {
            foreach (var (u2, beta) in Histories(second, new("2")).Where(s => s.History.Length + alpha.Length <= depth))
            {
                var target = new Place($"({u1}+{u2})");
                var done = alpha.Length + beta.Length;
                var isOnTrace = trace.Take(done).Where(IsFirst).SequenceEqual(alpha) && trace.Take(done).Where(a => !IsFirst(a)).SequenceEqual(beta);
                var schedule = isOnTrace ? InputSchedule.Witness([.. trace.Skip(done)], elsewhere) : elsewhere;
                var state = alpha.Concat(beta).Aggregate((0, 0), (s, a) => split.System.TryStep(s, a, out var after) ? after : s);
                heap = heap.Add(new Chunk.Join(u1, u2, target)).Plus(Moved(CanonicalModel.Of(split.System.ToProcess(state), schedule, depth - done), target));
            }
        }

        return heap;
    }

    private static Heap Side(SplitSystem split, ImmutableArray<IoAction> trace, InputSchedule elsewhere, int depth, bool isFirst)
    {
        var process = split.System.Only((b, v) => SplitSystem.IsFirst(b, v) == isFirst).ToProcess((0, 0));
        var schedule = InputSchedule.Witness([.. trace.Where(a => IsFirst(a) == isFirst)], elsewhere);
        return Moved(CanonicalModel.Of(process, schedule, depth), new(isFirst ? "1" : "2"));
    }

    private static bool IsFirst(IoAction action) => SplitSystem.IsFirst(action.Operation, action.Output);

    private static Heap Moved(Heap heap, Place root) =>
        HeapModels.Renamed(heap, place => place == CanonicalModel.Root ? root : new Place($"{root}.{place}"));

    // Targets are longer than sources, so a source has its history before it is asked for.
    private static List<(Place Place, ImmutableArray<IoAction> History)> Histories(Heap tree, Place root)
    {
        Dictionary<Place, ImmutableArray<IoAction>> histories = new() { [root] = [] };
        foreach (var p in tree.Chunks.OfType<Chunk.Permission>().OrderBy(p => p.Target.Name.Length))
        {
            histories[p.Target] = histories[p.Source].Add(new(p.Operation, p.Output, p.Input));
        }

        return [.. histories.Select(h => (h.Key, h.Value))];
    }
}
