using System.Globalization;

namespace Igloo.Endurance.Fuzzing;

/// <summary>The commands of fuzzing. Exit codes: 0 all inputs passed, 1 one failed or too little was reached.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static int Run(long count, int seed, string? only, TextWriter output)
    {
        var targets = FuzzTargets.All().Where(t => only is null || t.Name == only).ToArray();
        var weights = targets.Sum(t => t.Weight);
        var (failed, inputs) = (0, 0L);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fuzz of {count:N0} inputs, seed {seed}; repeat with: fuzz {count} {seed}{(only is null ? "" : " " + only)}"));
        foreach (var target in targets)
        {
            var run = new FuzzRun(target, FuzzRun.Findings, Patience);
            var finding = run.Run((count * target.Weight + weights - 1) / weights, seed);
            inputs += run.Inputs;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {target.Name,-16}{run.Inputs,12:N0}  {run.Time.TotalSeconds,6:0.0} s   {target.Coverage}"));
            if (finding is not null) output.WriteLine(finding);
            if (run.Missed() is { Count: > 0 } missed) output.WriteLine($"  TOO LITTLE of: {string.Join(", ", missed)}");
            if (finding is not null || run.Missed().Count > 0) failed++;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {inputs:N0} inputs, {targets.Length} targets: {(failed == 0 ? "no crash, no hang, no unpermitted byte" : $"{failed} FAILED")}"));
        return failed == 0 ? 0 : 1;
    }

    public static int Replay(string file, TextWriter output)
    {
        var saved = FuzzCase.Load(file);
        var failure = saved.Failure(FuzzTargets.All().Single(t => t.Name == saved.Target));
        output.WriteLine(failure is null ? $"{saved.Target}, seed {saved.Seed}: passes" : new FuzzFinding(saved, failure, file).ToString());
        return failure is null ? 0 : 1;
    }
}
