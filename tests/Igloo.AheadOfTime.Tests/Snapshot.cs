namespace Igloo.AheadOfTime.Tests;

/// <summary>Texts that users see, kept beside the tests. Set IGLOO_UPDATE_SNAPSHOTS=1 to accept new ones.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string name)
    {
        var file = Path.Combine(Repository.Root, "tests", "Igloo.AheadOfTime.Tests", "Snapshots", name + ".txt");
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"No snapshot {name}; the text is:\n{actual}");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
