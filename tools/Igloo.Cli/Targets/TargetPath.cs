namespace Igloo.Cli.Targets;

/// <summary>What the user named: a project still to be built, or an assembly.</summary>
/// <param name="Path">The full path.</param>
/// <param name="IsProject">Whether it is a project file.</param>
internal sealed record TargetPath(string Path, bool IsProject)
{
    private static readonly string[] ProjectPatterns = ["*.csproj", "*.fsproj", "*.vbproj"];

    /// <summary>Reads a folder with one project, a project file or a built assembly.</summary>
    /// <exception cref="UserErrorException">It is none of these.</exception>
    public static TargetPath Parse(string text)
    {
        var path = System.IO.Path.GetFullPath(text);
        if (Directory.Exists(path))
        {
            return new TargetPath(OnlyProjectIn(text, path), IsProject: true);
        }

        if (!File.Exists(path))
        {
            throw new UserErrorException($"'{text}' does not exist.", "Name a folder with one project, a .csproj file or a built .dll.");
        }

        return System.IO.Path.GetExtension(path) switch
        {
            ".csproj" => new TargetPath(path, IsProject: true),
            ".dll" or ".exe" => new TargetPath(path, IsProject: false),
            var other => throw new UserErrorException(
                $"'{text}' is neither a C# project nor an assembly{(other.Length > 0 ? $", but a {other} file" : "")}.",
                "Name a folder with one project, a .csproj file or a built .dll."),
        };
    }

    private static string OnlyProjectIn(string text, string folder)
    {
        var projects = ProjectPatterns.SelectMany(p => Directory.EnumerateFiles(folder, p)).Order(StringComparer.Ordinal).ToList();
        return projects switch
        {
            [var only] when only.EndsWith(".csproj", StringComparison.Ordinal) => only,
            [var only] => throw new UserErrorException($"'{System.IO.Path.GetFileName(only)}' is no C# project.", "Models are written in C#."),
            [] => throw new UserErrorException($"The folder '{text}' contains no project.", Below(folder)),
            _ => throw new UserErrorException(
                $"The folder '{text}' contains {projects.Count} projects.",
                $"Name one of them: {string.Join(", ", projects.Select(System.IO.Path.GetFileName))}."),
        };
    }

    private static string Below(string folder)
    {
        var below = Directory.EnumerateDirectories(folder)
            .SelectMany(d => Directory.EnumerateFiles(d, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Take(4)
            .Select(p => System.IO.Path.GetRelativePath(folder, p))
            .ToList();
        return below.Count > 0
            ? $"There are projects below it; name one: {string.Join(", ", below)}."
            : "Name a folder with one project, a .csproj file or a built .dll.";
    }
}
