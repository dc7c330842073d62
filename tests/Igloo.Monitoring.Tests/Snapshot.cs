using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Igloo.Monitoring.Tests;

/// <summary>Texts that users see, compared with files. A missing or different one is written beside as <c>.received.txt</c>; IGLOO_UPDATE_SNAPSHOTS=1 accepts it.</summary>
internal static partial class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string file = "")
    {
        var expected = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", name + ".txt");
        var actual = Version().Replace(text, " vX 0000000") + "\n";
        if (File.Exists(expected) && File.ReadAllText(expected) == actual) return;
        if (Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(expected, actual);
            return;
        }

        File.WriteAllText(Path.ChangeExtension(expected, ".received.txt"), actual);
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "(no snapshot)", actual);
    }

    [GeneratedRegex(@" v\d+\.\d+ [0-9a-f]{7}")]
    private static partial Regex Version();
}
