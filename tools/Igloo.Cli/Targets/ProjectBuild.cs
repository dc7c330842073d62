using System.Diagnostics;
using System.Text.Json;
using Igloo.Cli.Terminals;

namespace Igloo.Cli.Targets;

/// <summary>Builds a project with the SDK and learns from MSBuild where the assembly is.</summary>
internal static class ProjectBuild
{
    private const int MostLines = 20;

    /// <summary>Builds the project, unless told not to, and gives the path of its assembly.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="configuration">The configuration, or null for the SDK's default.</param>
    /// <param name="builds">Whether to build; otherwise only the path is asked for.</param>
    /// <param name="terminal">Where progress is shown.</param>
    /// <param name="cancellation">Stops the build and everything that it started.</param>
    /// <exception cref="UserErrorException">The project does not build, or has no single assembly.</exception>
    /// <exception cref="ToolFailureException">There is no usable SDK.</exception>
    public static async Task<string> RunAsync(
        string project, string? configuration, bool builds, Terminal terminal, CancellationToken cancellation)
    {
        var name = Path.GetFileName(project);
        using var progress = new Progress(terminal, $"Building {name}");
        var result = await DotNet.RunAsync(Arguments(project, configuration, builds), Path.GetDirectoryName(project)!, cancellation);
        if (result.ExitCode != 0)
        {
            var lines = Diagnostics(result, Path.GetDirectoryName(project)!);
            throw new UserErrorException(
                $"{name} does not build.",
                lines.Count == 0 ? $"Run 'dotnet build {project}' to see why." : "Correct what the compiler reports above, then run igloo again.",
                string.Join(Environment.NewLine, lines));
        }

        var path = TargetPathIn(result.Output, project);
        if (!File.Exists(path))
        {
            throw new UserErrorException($"{name} is not built: there is no '{path}'.", "Leave out --no-build.");
        }

        return path;
    }

    private static List<string> Arguments(string project, string? configuration, bool builds)
    {
        // Nodes and compiler servers would outlive this process.
        List<string> arguments = ["build", project, "--nologo", "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-getProperty:TargetPath"];
        if (builds)
        {
            arguments.Add("-t:Build");
        }
        else
        {
            arguments[0] = "msbuild";
        }

        if (configuration is not null)
        {
            arguments.Add($"-p:Configuration={configuration}");
        }

        return arguments;
    }

    private static string TargetPathIn(string output, string project)
    {
        // One property is printed bare, several as JSON; warnings of the restore may stand before either.
        var text = output.Trim();
        var last = text.Length == 0 ? "" : text[(text.LastIndexOf('\n') + 1)..].Trim();
        if (last.Length > 0 && last != "}")
        {
            return Path.GetFullPath(last, Path.GetDirectoryName(project)!);
        }

        throw new UserErrorException(
            $"{Path.GetFileName(project)} has no single output, probably because it targets several frameworks.",
            "Build it, and name the assembly of one framework instead.");
    }

    private static List<string> Diagnostics(DotNetResult result, string folder)
    {
        var lines = $"{result.Error}\n{result.Output}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Select(l => Shorten(l, folder))
            .Distinct()
            .ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"... and {lines.Count - MostLines} more"];
    }

    private static string Shorten(string line, string folder)
    {
        var project = line.LastIndexOf(" [", StringComparison.Ordinal);
        var text = project > 0 && line.EndsWith(']') ? line[..project] : line;
        return text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
