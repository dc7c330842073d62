using System.Globalization;
using Igloo.Endurance.Fuzzing;

namespace Igloo.Endurance.Tests;

/// <summary>Whatever comes in and whatever a program does: no crash, no hang, no unpermitted byte on the wire.</summary>
/// <remarks>IGLOO_FUZZ_COUNT sets the number of all inputs; millions are for the tool.</remarks>
public sealed class FuzzTests : IDisposable
{
    private static readonly long Count = long.TryParse(Environment.GetEnvironmentVariable("IGLOO_FUZZ_COUNT"), CultureInfo.InvariantCulture, out var count) ? count : 200_000;
    private readonly Folder folder = new();

    public static TheoryData<string, int> Runs() => new(FuzzTargets.All().SelectMany(t => new[] { (t.Name, 1), (t.Name, Random.Shared.Next()) }));

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Runs), DisableDiscoveryEnumeration = true)]
    public void Inputs_pass_and_reach_every_behaviour(string name, int seed)
    {
        var all = FuzzTargets.All();
        var target = all.Single(t => t.Name == name);
        var run = new FuzzRun(target, folder.Path, TimeSpan.FromMinutes(2));

        var finding = run.Run(Math.Max(1_000, Count * target.Weight / all.Sum(t => t.Weight) / 2), seed);

        Assert.True(finding is null, finding?.ToString());
        Assert.Empty(run.Missed());
        TestContext.Current.SendDiagnosticMessage($"fuzz {run.Inputs} {seed} {name}: {target.Coverage}");
    }
}
