using System.Diagnostics;

namespace Igloo.Endurance.Fuzzing;

/// <summary>Many inputs of one target, until one fails. An input that takes longer than the patience is a hang.</summary>
internal sealed class FuzzRun(FuzzTarget target, string folder, TimeSpan patience)
{
    /// <summary>Where failing inputs are kept, to be looked at and replayed after the run.</summary>
    public static string Findings { get; } = Path.Combine(Path.GetTempPath(), "igloo-fuzz");

    private long current;
    private FuzzCase? failed;

    public long Inputs => Volatile.Read(ref current);

    public TimeSpan Time { get; private set; }

    /// <summary>What failed, or null. Inputs are made from consecutive seeds.</summary>
    public FuzzFinding? Run(long count, int seed)
    {
        var begun = Stopwatch.GetTimestamp();
        var worker = new Thread(() => TryAll(count, seed)) { IsBackground = true, Name = target.Name };
        worker.Start();
        long? seen = null;
        while (!worker.Join(patience))
        {
            var at = Volatile.Read(ref current);
            if (seen == at) return Kept(FuzzCase.Of(target, SeedOf(seed, at)), $"no end after {patience}");
            seen = at;
        }

        Time = Stopwatch.GetElapsedTime(begun);
        return failed is null ? null : Minimised(failed);
    }

    /// <summary>The behaviours that were not reached often enough for the run to mean anything.</summary>
    public IReadOnlyList<string> Missed() => [.. target.Floors.Where(behaviour => target.Coverage.Times(behaviour) * 1_000 < Inputs)];

    private void TryAll(long count, int seed)
    {
        for (var i = 0L; i < count; i++)
        {
            Volatile.Write(ref current, i);
            var next = FuzzCase.Of(target, SeedOf(seed, i));
            if (next.Failure(target) is null) continue;
            failed = next;
            return;
        }

        Volatile.Write(ref current, count);
    }

    private FuzzFinding Minimised(FuzzCase found)
    {
        var kind = Kind(found.Failure(target));
        var input = Minimiser.Smallest(found.Input, smaller => Kind((found with { Input = smaller }).Failure(target)) == kind);
        var smallest = found with { Input = input };
        return Kept(smallest, smallest.Failure(target) ?? "it does not fail again: the target is not deterministic");
    }

    private FuzzFinding Kept(FuzzCase found, string failure) => new(found, failure, found.Save(folder));

    private static int SeedOf(int first, long number) => unchecked(first + (int)number);

    // The first word tells failures apart well enough that a smaller input does not fail for another reason.
    private static string? Kind(string? failure) => failure?.Split(' ', ':')[0];
}
