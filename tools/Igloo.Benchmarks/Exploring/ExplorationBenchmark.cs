using System.Diagnostics;
using Igloo.Exploring;
using Igloo.Exploring.Packed;
using RingWithInitiators.Model;
using TwoPhase.Model;

namespace Igloo.Benchmarks.Exploring;

/// <summary>Explores one model of known counts with the packed engine, in this process, and prints what it took.</summary>
internal static class ExplorationBenchmark
{
    /// <summary>The models, by the name on the command line.</summary>
    private static readonly Dictionary<string, Type> Models = new()
    {
        ["commit"] = typeof(AtomicCommit),
        ["ring"] = typeof(ChangRoberts),
    };

    /// <summary>One line: counts, and the processor time after start-up, the time, and the largest memory of the process.</summary>
    /// <param name="model">commit or ring.</param>
    /// <param name="size">The number of participants.</param>
    /// <param name="workers">The number of threads.</param>
    /// <param name="storage">How states are remembered.</param>
    public static string Run(string model, int size, int workers, StateStorage storage)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var instance = Instances.Of(Models[model], size, size).Single();
        if (!PackedSystem.TryCreate(instance.As<Igloo.Models.EventSystem>(), instance.Universe, out var packed, out var reason))
        {
            throw new InvalidOperationException(reason);
        }

        var grounded = clock.Elapsed;
        var found = PackedSearch.Run(packed, new ExplorationOptions { Workers = workers, Storage = storage }, instance.Subject);
        process.Refresh();
        var processor = process.TotalProcessorTime - before;
        return $"{found}\n  {packed.Width} bits, grounding {grounded.TotalSeconds:0.00} s, all {clock.Elapsed.TotalSeconds:0.00} s, "
            + $"processor {processor.TotalSeconds:0.00} s, peak {process.PeakWorkingSet64 / 1e6:0} MB";
    }
}
