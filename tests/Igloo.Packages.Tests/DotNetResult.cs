namespace Igloo.Packages.Tests;

/// <summary>How a command ended.</summary>
internal sealed record DotNetResult(int ExitCode, string Output)
{
    /// <summary>The output of a command that must have worked.</summary>
    public string Expected() => ExitCode == 0 ? Output : throw new InvalidOperationException($"Exit code {ExitCode}:\n{Output}");
}
