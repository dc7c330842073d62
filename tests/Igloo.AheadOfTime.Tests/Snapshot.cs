using Igloo.Shared;

namespace Igloo.AheadOfTime.Tests;

/// <summary>Texts that users see, kept beside the tests.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string name) => SnapshotFile.Matches(Path.Combine(Repository.Root, "tests", "Igloo.AheadOfTime.Tests", "Snapshots"), name + ".txt", text);
}
