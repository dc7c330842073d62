using System.Runtime.CompilerServices;
using Igloo.Shared;

namespace Igloo.IoSpecs.Tests;

/// <summary>Texts that users see, compared with files.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string file = "") =>
        SnapshotFile.IsExactly(Path.Combine(Path.GetDirectoryName(file)!, "Snapshots"), name + ".txt", text);
}
