using System.Reflection;
using System.Xml.Linq;

namespace Igloo.Architecture.Tests;

/// <summary>The checkout under test, read as files.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static IEnumerable<string> SourceFiles(string pattern) =>
        new[] { "src", "proofs", "tests", "casestudies", "tools" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Where(file => !IsBuildOutput(file))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The projects that a project refers to and that take part at run time, by name.</summary>
    public static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("OutputItemType") != "Analyzer")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));

    private static bool IsBuildOutput(string file)
    {
        var parts = Relative(file).Split('/');
        return parts.Contains("bin") || parts.Contains("obj");
    }
}
