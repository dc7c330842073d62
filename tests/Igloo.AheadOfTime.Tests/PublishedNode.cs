using System.Runtime.InteropServices;

[assembly: AssemblyFixture(typeof(Igloo.AheadOfTime.Tests.PublishedNode))]

namespace Igloo.AheadOfTime.Tests;

/// <summary>
/// The program of <c>Igloo.AheadOfTime.Node</c> as machine code, published once with every warning of the compilers as an error: by the
/// compiler of the release that it is written for, or of the one before where the feed does not have it.
/// </summary>
public sealed class PublishedNode : IAsyncLifetime
{
    private static readonly string[] Frameworks = ["net10.0", "net9.0"];

    /// <summary>The framework that it was compiled for.</summary>
    public string Framework { get; private set; } = "";

    internal string Executable { get; private set; } = "";

    /// <summary>The same program, compiled just in time: what to hand to <c>dotnet exec</c>.</summary>
    internal static string Library { get; } = typeof(Node.Model.Depot).Assembly.Location;

    public async ValueTask InitializeAsync()
    {
        foreach (var framework in Frameworks)
        {
            var published = await PublishAsync(framework);
            if (published.ExitCode == 0)
            {
                Framework = framework;
                return;
            }

            var isMissingInFeed = published.Output.Contains("NU1101", StringComparison.Ordinal) || published.Output.Contains("NU1102", StringComparison.Ordinal);
            if (!isMissingInFeed || framework == Frameworks[^1]) throw new InvalidOperationException($"The node cannot be compiled for {framework}:\n{published.Output}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The outputs stay, so that only what has changed is compiled the next time.
    private async Task<CommandResult> PublishAsync(string framework)
    {
        var artifacts = Path.Combine(Repository.Root, "artifacts", "ahead-of-time", framework);
        var target = Path.Combine(artifacts, "node");
        Executable = Path.Combine(target, "Igloo.AheadOfTime.Node");
        return await Command.RunAsync(
            "dotnet", "publish", Path.Combine("tests", "Igloo.AheadOfTime.Node"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", target,
            "--artifacts-path", artifacts, "-p:IglooAheadOfTime=true", $"-p:IglooTargetFramework={framework}", "--nologo");
    }
}
