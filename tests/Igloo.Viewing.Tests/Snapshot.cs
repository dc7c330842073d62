using Igloo.Shared;

namespace Igloo.Viewing.Tests;

/// <summary>Views, compared with files beside the tests.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string name) => SnapshotFile.Matches(Path.Combine(Repository.Root, "tests", "Igloo.Viewing.Tests", "Snapshots"), name, text);
}
