using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Igloo.Shared;

namespace Igloo.Monitoring.Tests;

/// <summary>Texts that users see, compared with files.</summary>
internal static partial class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string file = "") =>
        SnapshotFile.IsExactly(Path.Combine(Path.GetDirectoryName(file)!, "Snapshots"), name + ".txt", Version().Replace(text, " vX 0000000") + "\n");

    [GeneratedRegex(@" v\d+\.\d+ [0-9a-f]{7}")]
    private static partial Regex Version();
}
