using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>Texts that users see, kept beside the tests. Set IGLOO_UPDATE_SNAPSHOTS=1 to accept new ones.</summary>
internal static partial class Snapshot
{
    internal static void Matches(string text, string name, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Snapshots", name + ".txt");
        var actual = Folder().Replace(text, "in ").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"No snapshot {name}; the text is:\n{actual}");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    // The clone may lie anywhere.
    [GeneratedRegex(@"in \S*[/\\](?=[^/\\\s]+\.cs:line)")]
    private static partial Regex Folder();
}
