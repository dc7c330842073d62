using System.Runtime.CompilerServices;

namespace Igloo.IoSpecs.Tests;

/// <summary>Texts that users see, compared with files. A missing or different one is written beside as <c>.received.txt</c>.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string file = "")
    {
        var expected = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", name + ".txt");
        var actual = text;
        if (File.Exists(expected) && File.ReadAllText(expected) == actual) return;
        File.WriteAllText(Path.ChangeExtension(expected, ".received.txt"), actual);
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "(no snapshot)", actual);
    }

}
