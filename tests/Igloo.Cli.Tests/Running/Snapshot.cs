using System.Text.RegularExpressions;
using Igloo.Shared;

namespace Igloo.Cli.Tests.Running;

/// <summary>Texts that users see, kept beside the tests.</summary>
internal static partial class Snapshot
{
    public static void Matches(string text, string name) => SnapshotFile.Matches(Path.Combine(Repository.Root, "tests", "Igloo.Cli.Tests", "Snapshots"), name + ".txt", WithoutAccidents(text));

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
