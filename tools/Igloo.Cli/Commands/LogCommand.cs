using System.Collections.Immutable;
using System.CommandLine;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Monitoring.Runs;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo log</c>: logs of programs against their models.</summary>
internal static class LogCommand
{
    /// <summary>The command with its own commands.</summary>
    public static Command Create(Terminal terminal) => new("log", "Check what programs have logged against their models.") { Check(terminal) };

    private static Command Check(Terminal terminal)
    {
        var target = new TargetOptions();
        var files = new Argument<string[]>("FILE") { Description = "Audit logs of monitors, or logs that a service writes.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { Description = "The log source of this name, where the target has several.", HelpName = "NAME" };
        var trace = new Option<bool>("--trace") { Description = "Print the accepted trace of the model." };
        var command = new Command("check", "Say whether the model has a trace that the logs are of: ACCEPTED, REJECTED or INCONCLUSIVE.");
        target.AddTo(command);
        command.Add(files);
        command.Add(source);
        command.Add(trace);
        command.SetAction(async (arguments, cancellation) =>
        {
            var models = ModelAssembly.Load(await target.AssemblyPathAsync(arguments, terminal, cancellation));
            var report = Report(Choose(models, arguments.GetValue(source)), arguments.GetRequiredValue(files));
            terminal.Out.WriteLine(report.Text);
            if (arguments.GetValue(trace)) terminal.Out.WriteLine(string.Join('\n', report.Trace.Select((e, i) => $"  {i + 1}  {e}")));
            return report.Outcome switch { LogOutcome.Accepted => ExitCode.Holds, LogOutcome.Rejected => ExitCode.Refuted, _ => ExitCode.Unknown };
        });
        return command;
    }

    private static LogReport Report(LogSource source, string[] files)
    {
        try
        {
            return source.Check(files);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The logs cannot be checked: {failure.Message}", "Only the last line of a log may be cut short; any other damage is an error.");
        }
    }

    private static LogSource Choose(ModelAssembly models, string? name)
    {
        ImmutableArray<LogSource> sources =
        [
            .. models.WithModels.Append(models.Assembly).Distinct().SelectMany(a => a.GetExportedTypes())
                .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(LogSource)) && t.GetConstructor(Type.EmptyTypes) is not null)
                .Select(t => (LogSource)Activator.CreateInstance(t)!),
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
