using System.Text.RegularExpressions;

namespace Igloo.Cli.Tests.Running;

/// <summary>Texts that users see, kept beside the tests. Set IGLOO_UPDATE_SNAPSHOTS=1 to accept new ones.</summary>
internal static partial class Snapshot
{
    public static void Matches(string text, string name)
    {
        var file = Path.Combine(Repository.Root, "tests", "Igloo.Cli.Tests", "Snapshots", name + ".txt");
        var actual = WithoutAccidents(text).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"No snapshot {name}; the text is:\n{actual}");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    // Times, versions and places differ between machines.
    private static string WithoutAccidents(string text)
    {
        var plain = Milliseconds().Replace(text.Replace(Repository.Root, "ROOT/", StringComparison.Ordinal), " # ms");
        plain = Seconds().Replace(plain, " # s,");
        return Replay().Replace(Hash().Replace(RuntimeVersion().Replace(plain, ".NET #"), "model #"), "Replay   #");
    }

    [GeneratedRegex(@" +[\d.]+ ms")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@" +[\d.]+ s,")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\.NET [\d.]+")]
    private static partial Regex RuntimeVersion();

    [GeneratedRegex("Replay   [0-9a-f]+")]
    private static partial Regex Replay();

    [GeneratedRegex("model [0-9a-f]{7}")]
    private static partial Regex Hash();
}
