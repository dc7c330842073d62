using System.Runtime.CompilerServices;
using Igloo.Shared;

namespace Igloo.Proving.Tests;

/// <summary>Compares a text with a file under Snapshots.</summary>
internal static class Snapshot
{
    internal static void Matches(string name, string actual) => SnapshotFile.Matches(Folder(), name + ".txt", actual);

    private static string Folder([CallerFilePath] string own = "") => Path.Combine(Path.GetDirectoryName(own)!, "Snapshots");
}
