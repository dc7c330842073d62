using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Igloo.Packages.Tests;

/// <summary>
/// Everything packed once, and a place outside the checkout to use it from: a feed, a cache of its own for Igloo's packages (the
/// machine's cache serves all others), and a home of its own for templates and tools.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("igloo-packages-");

    /// <summary>The version packed, different in each run, so that no cache knows it.</summary>
    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    internal static string Repository { get; } = typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    internal string Feed => Path.Combine(root.FullName, "feed");

    internal string Home => Path.Combine(root.FullName, "home");

    public async ValueTask InitializeAsync()
    {
        (await Run(Repository, "bash", "tools/pack.sh", Feed, Version)).Expected();
        // Added to the sources that the machine has; packages of other authors come from those.
        File.WriteAllText(Path.Combine(root.FullName, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="igloo" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder outside the checkout that sees the feed.</summary>
    internal string EmptyFolder(string name) => root.CreateSubdirectory(name).FullName;

    /// <summary>Runs dotnet there; nothing that it starts outlives it.</summary>
    internal Task<DotNetResult> DotNet(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    internal async Task<DotNetResult> Run(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var machineCache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.Ordinal) || k.StartsWith("VSTEST", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (folder != Repository)
        {
            start.Environment["DOTNET_CLI_HOME"] = Home;
            start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
            start.Environment["NUGET_PACKAGES"] = Path.Combine(root.FullName, "cache");
            start.Environment["NUGET_FALLBACK_PACKAGES"] = machineCache;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new DotNetResult(process.ExitCode, await output + await error);
    }
}
