using Igloo.Endurance.Soaking;

namespace Igloo.Endurance.Tests;

/// <summary>Nothing grows with the number of events. Latency is judged by the tool, on a machine of its own.</summary>
public sealed class SoakTests : IDisposable
{
    private const int Events = 200_000;
    private readonly Folder folder = new();

    public static TheoryData<int> Seeds => new(1, Random.Shared.Next());

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task Memory_files_and_states_stay_as_large_as_they_are(int seed)
    {
        var soak = new Soak(Events, seed, folder.Path);

        await soak.RunAsync();

        Assert.True(soak.MemoryTrends.All(t => t.Verdict == TrendVerdict.Flat), soak.ToString());
        Assert.InRange(soak.Events, Events, 2 * Events);
    }

    [Fact]
    public async Task What_grows_is_found()
    {
        var kept = new List<byte[]>();
        var soak = new Soak(Events, seed: 1, folder.Path) { Also = () => kept.Add(new byte[20_000]) };

        await soak.RunAsync();

        Assert.Equal(TrendVerdict.Grows, soak.MemoryTrends.Single(t => t.Name == "live bytes").Verdict);
        Assert.NotEmpty(kept);
    }
}
