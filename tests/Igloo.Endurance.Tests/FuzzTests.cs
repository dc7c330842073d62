using System.Globalization;
using Igloo.Endurance.Fuzzing;
using Igloo.Endurance.Fuzzing.Targets;
using Igloo.Endurance.Tests.Mutants;

namespace Igloo.Endurance.Tests;

/// <summary>Whatever comes in and whatever a program does: no crash, no hang, no unpermitted byte on the wire.</summary>
/// <remarks>IGLOO_FUZZ_COUNT sets the number of all inputs; millions are for the tool.</remarks>
public sealed class FuzzTests
{
    private static readonly long Count = long.TryParse(Environment.GetEnvironmentVariable("IGLOO_FUZZ_COUNT"), CultureInfo.InvariantCulture, out var count) ? count : 200_000;
    public static TheoryData<string, int> Runs() => new(FuzzTargets.All().SelectMany(t => new[] { (t.Name, 1), (t.Name, Random.Shared.Next()) }));

    [Theory]
    [MemberData(nameof(Runs), DisableDiscoveryEnumeration = true)]
    public void Inputs_pass_and_reach_every_behaviour(string name, int seed)
    {
        var all = FuzzTargets.All();
        var target = all.Single(t => t.Name == name);
        var run = Passed(target, Math.Max(1_000, Count * target.Weight / all.Sum(t => t.Weight) / 2), seed, FuzzRun.Findings);

        Assert.Empty(run.Missed());
        TestContext.Current.SendDiagnosticMessage($"fuzz {run.Inputs} {seed} {name}: {target.Coverage}");
    }

    [Fact]
    public void Input_that_fails_is_kept_and_named_by_the_message()
    {
        var target = new MonitorTarget(new TimidMeter());
        var failure = Assert.ThrowsAny<Exception>(() => Passed(target, Count, seed: 1, Path.Combine(FuzzRun.Findings, "of-mutants")));

        var file = failure.Message.Split("replay ", 2)[1].Split('\n')[0].Trim();
        Assert.NotNull(FuzzCase.Load(file).Failure(target));
        File.Delete(file);
    }

    // What fails stays in the folder when the test has ended.
    private static FuzzRun Passed(FuzzTarget target, long count, int seed, string folder)
    {
        var run = new FuzzRun(target, folder, TimeSpan.FromMinutes(2));
        var finding = run.Run(count, seed);
        Assert.True(finding is null, finding?.ToString());
        return run;
    }
}
