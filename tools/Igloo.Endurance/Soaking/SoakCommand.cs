namespace Igloo.Endurance.Soaking;

/// <summary>The command of soaking. Exit codes: 0 flat, 1 something grows, 2 the machine scatters too much to say.</summary>
internal static class SoakCommand
{
    public static async Task<int> RunAsync(long events, int seed, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("igloo-soak-");
        try
        {
            var soak = new Soak(events, seed, folder.FullName);
            await soak.RunAsync();
            await output.WriteLineAsync(soak.ToString());
            // The bare connection is there to tell what is the machine's doing; it is not judged.
            var judged = soak.Trends.Where(t => !t.Name.StartsWith("bare", StringComparison.Ordinal)).Select(t => t.Verdict).ToArray();
            return judged.Contains(TrendVerdict.Grows) ? 1 : judged.Contains(TrendVerdict.Unsteady) ? 2 : 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
