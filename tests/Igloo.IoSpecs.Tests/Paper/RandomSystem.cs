using Igloo.Components;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace Igloo.IoSpecs.Tests.Paper;

/// <summary>A random finite I/O-guarded system: guards do not read inputs, Ty is never empty and not everything.</summary>
internal sealed class RandomSystem
{
    private const int States = 4;
    private readonly bool[,,] guards = new bool[States, 2, 2];
    private readonly int[,,,] updates = new int[States, 2, 2, 2];
    private readonly int[,] types = new int[2, 2];

    /// <param name="random">The source of choices.</param>
    /// <param name="isFinite">Whether every run ends: each step leads to a larger state.</param>
    public RandomSystem(Random random, bool isFinite)
    {
        for (var s = 0; s < States; s++)
        for (var b = 0; b < 2; b++)
        for (var v = 0; v < 2; v++)
        {
            guards[s, b, v] = random.Next(3) > 0 && !(isFinite && s == States - 1);
            for (var w = 0; w < 2; w++) updates[s, b, v, w] = isFinite ? Math.Min(s + 1 + random.Next(2), States - 1) : random.Next(States);
        }

        for (var b = 0; b < 2; b++)
        for (var v = 0; v < 2; v++) types[b, v] = random.Next(1, 4);
        Typing = new((b, v, w) => b is "a" or "b" && v is int i && w is int j && i is 0 or 1 && w is 0 or 1 && (types[Index(b), (int)v] & (1 << j)) != 0);
        System = new(
            [("a", 0), ("a", 1), ("b", 0), ("b", 1)],
            (s, b, v) => guards[s, Index(b), (int)v],
            (s, action) => updates[s, Index(action.Operation), (int)action.Output, (int)action.Input],
            Typing);
    }

    public static IEnumerable<IoAction> Actions =>
        from b in (string[])["a", "b"] from v in (int[])[0, 1] from w in (int[])[0, 1] select new IoAction(b, v, w);

    public Typing Typing { get; }

    public IoGuardedSystem<int> System { get; }

    /// <summary>Every sequence of actions up to a length, ill-typed ones included.</summary>
    public static IEnumerable<IoAction[]> Sequences(int length) =>
        length == 0 ? [[]] : Sequences(length - 1).SelectMany(t => t.Length < length - 1 ? [t] : Actions.Select(a => (IoAction[])[.. t, a]).Prepend(t));

    /// <summary>A random model of emb(P, t): random inputs, fresh or aliased targets, extra chunks.</summary>
    public Heap ModelOf(Process process, Place place, Random random, Place[] places)
    {
        switch (process)
        {
            case Process.Choice choice:
                return ModelOf(choice.First, place, random, places).Plus(ModelOf(choice.Second, place, random, places));
            case Process.Prefix prefix:
                int[] inputs = [.. Enumerable.Range(0, 2).Where(w => Typing.Contains(prefix.Operation, prefix.Output, w))];
                var input = inputs[random.Next(inputs.Length)];
                var target = random.Next(3) == 0 ? places[random.Next(places.Length)] : new Place($"{place}{prefix.Operation}{prefix.Output}");
                return ModelOf(prefix.Continue(input), target, random, places)
                    .Add(new Chunk.Permission(prefix.Operation, place, prefix.Output, input, target));
            default:
                return random.Next(2) == 0 ? Heap.Empty : Heap.Of(new Chunk.Permission("a", places[0], 0, 7, places[1]), new Chunk.Token(places[1]));
        }
    }

    private static int Index(string operation) => operation == "a" ? 0 : 1;
}
