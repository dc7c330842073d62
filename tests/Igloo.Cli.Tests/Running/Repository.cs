using System.Reflection;

namespace Igloo.Cli.Tests.Running;

/// <summary>The checkout under test.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>This assembly, whose models tests verify.</summary>
    public static string OwnModels { get; } = typeof(Repository).Assembly.Location;

    public static string Generator { get; } =
        Path.Combine(Root, "src", "Igloo.Generators", "bin", Metadata("Configuration"), "netstandard2.0", "Igloo.Generators.dll");

    public static string CaseStudy(string name) =>
        Path.Combine(Root, "casestudies", name, "bin", Metadata("Configuration"), "net10.0", name + ".dll");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
