using System.Collections.Immutable;
using System.CommandLine;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Monitoring.Runs;

namespace Igloo.Cli.Logs;

/// <summary>The check of logs, for every command that offers it.</summary>
internal sealed class LogCheckOptions
{
    private readonly Option<string?> source = new("--source") { Description = "For logs: the log source of this name, where the target has several.", HelpName = "NAME" };
    private readonly Option<bool> trace = new("--trace") { Description = "For logs: print the accepted trace of the model." };
    private readonly Option<string?> json = new("--json") { Description = "For logs: write the findings to FILE as well; see JSON.md for the format.", HelpName = "FILE" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(source);
        command.Add(trace);
        command.Add(json);
    }

    /// <summary>Checks logs and says what was found.</summary>
    /// <returns>The exit code: 0 accepted, 1 rejected, 2 inconclusive.</returns>
    /// <exception cref="UserErrorException">A log is damaged or cannot be read, or the target has no log source.</exception>
    public int Run(ParseResult arguments, string assembly, IReadOnlyCollection<string> files, Terminal terminal)
    {
        var models = ModelAssembly.Load(assembly);
        var chosen = Choose(models, arguments.GetValue(source));
        var report = Report(chosen, files);
        foreach (var finding in report.Findings)
        {
            terminal.Out.WriteLine(finding.ToString());
            if (!arguments.GetValue(trace)) continue;
            foreach (var (i, e) in finding.Trace.Index()) terminal.Out.WriteLine($"  {i + 1,5}  {e}");
        }

        if (arguments.GetValue(json) is { } file) LogJson.WriteFile(file, models, chosen.Name, report);
        return LogJson.ExitCodeOf(report.Outcome);
    }

    private static LogReport Report(LogSource source, IReadOnlyCollection<string> files)
    {
        try
        {
            return source.Check(files);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The logs cannot be checked. {failure.Message}",
                failure is InvalidDataException ? "Only the last line of a log may be cut short; any other damage is an error." : "Name files that exist and can be read.");
        }
    }

    private static LogSource Choose(ModelAssembly models, string? name)
    {
        ImmutableArray<LogSource> sources =
        [
            .. models.WithModels.Append(models.Assembly).Distinct().SelectMany(a => a.GetExportedTypes())
                .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(LogSource)) && t.GetConstructor(Type.EmptyTypes) is not null)
                .Select(t => (LogSource)Activator.CreateInstance(t)!).OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
        var chosen = sources.Where(s => name is null || s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return chosen switch
        {
            [var only] => only,
            [] when sources.IsEmpty => throw new UserErrorException(
                $"'{Path.GetFileName(models.Path)}' has no log source.", "Derive a public class from ComponentLogSource or SystemLogSource that says which log belongs to which component."),
            _ => throw new UserErrorException(
                name is null ? "The target has several log sources." : $"There is no log source '{name}'.", $"Name one with --source: {string.Join(", ", sources.Select(s => s.Name))}."),
        };
    }
}
