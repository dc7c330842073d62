using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Igloo.Shared;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>Texts that users see, kept beside the tests.</summary>
internal static partial class Snapshot
{
    internal static void Matches(string text, string name, [CallerFilePath] string here = "") =>
        SnapshotFile.IsExactly(Path.Combine(Path.GetDirectoryName(here)!, "Snapshots"), name + ".txt", Folder().Replace(text, "in ").TrimEnd() + "\n");

    // The clone may lie anywhere.
    [GeneratedRegex(@"in \S*[/\\](?=[^/\\\s]+\.cs:line)")]
    private static partial Regex Folder();
}
