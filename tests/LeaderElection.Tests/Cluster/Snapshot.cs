using System.Runtime.CompilerServices;
using Igloo.Shared;

namespace LeaderElection.Tests.Cluster;

/// <summary>Texts that users see, kept beside the tests.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string name) => SnapshotFile.Matches(Folder(), name + ".txt", text);

    private static string Folder([CallerFilePath] string own = "") => Path.Combine(Path.GetDirectoryName(own)!, "Snapshots");
}
