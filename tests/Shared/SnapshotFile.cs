namespace Igloo.Shared;

/// <summary>Texts that users see, kept in files beside the tests. Set IGLOO_UPDATE_SNAPSHOTS=1 to accept new ones, and read the difference.</summary>
internal static class SnapshotFile
{
    /// <summary>Asserts that a text is that of a file, whatever its line endings and what is blank at its end.</summary>
    /// <param name="folder">Where the file is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    public static void Matches(string folder, string name, string text) => IsExactly(folder, name, text.ReplaceLineEndings("\n").TrimEnd() + "\n");

    /// <summary>Asserts that a text is that of a file, byte for byte.</summary>
    /// <param name="folder">Where the file is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    public static void IsExactly(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        if (Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file), $"No snapshot {name}; the text is:\n{text}");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
