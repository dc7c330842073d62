using System.Runtime.CompilerServices;

namespace Igloo.Generators.Tests.Harness;

/// <summary>Compares a text with a file under Snapshots; IGLOO_UPDATE_SNAPSHOTS=1 writes it.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name + ".txt");
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}. Run the test with IGLOO_UPDATE_SNAPSHOTS=1 and review the file.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder([CallerFilePath] string own = "") => Path.Combine(Path.GetDirectoryName(own)!, "..", "Snapshots");
}
