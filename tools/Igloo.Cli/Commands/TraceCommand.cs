using System.CommandLine;
using Igloo.Cli.Exploring;
using Igloo.Cli.Logs;
using Igloo.Cli.Terminals;
using Igloo.Cli.Tracing;
using Igloo.Exploring;
using Igloo.Viewing.Traces;
using Igloo.Models;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo trace</c>: shows traces, and runs them through the model again.</summary>
internal static class TraceCommand
{
    /// <summary>The command with its own commands.</summary>
    public static Command Create(Terminal terminal) => new("trace", "Show a trace file, check it against a model, or replay it.")
    {
        Show(terminal),
        Check(terminal),
        Replay(terminal),
    };

    private static Argument<string> File() => new("FILE") { Description = "A trace that explore, simulate or play has written." };

    private static Option<bool> Full() => new("--full") { Description = "Print whole states instead of what changes." };

    private static Command Show(Terminal terminal)
    {
        var file = File();
        var full = Full();
        var command = new Command("show", "Print a trace, with a lane for each component; needs no model.") { file, full };
        command.SetAction(arguments =>
        {
            var trace = TraceFiles.Read(arguments.GetRequiredValue(file));
            Print(trace, arguments.GetValue(full), terminal);
            return ExitCode.Holds;
        });
        return command;
    }

    // Both are asked the same question, whether the model has this run, so both are answered under one name.
    private static Command Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A trace that explore, simulate or play has written; to check logs, the target in its place and then the logs." };
        var logs = new Argument<string[]>("LOG") { Description = "More logs, after a target and a log.", Arity = ArgumentArity.ZeroOrMore };
        var target = new TargetOptions();
        var choice = new TraceModel(target);
        var check = new LogCheckOptions();
        var command = new Command("check", "Say whether the model has the trace: the same steps lead to the same states. With TARGET LOG... as 'igloo log check'.") { file };
        choice.AddTo(command);
        command.Add(logs);
        check.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var first = arguments.GetRequiredValue(file);
            string[] more = arguments.GetValue(logs) ?? [];
            if (IsTarget(first)) return check.Run(arguments, await target.AssemblyPathAsync(first, arguments, terminal, cancellation), [target.TextOf(arguments), .. more], terminal);
            if (more.Length > 0 || AuditLogFile.IsOne(first)) throw new UserErrorException($"'{first}' is no target.", "To check logs, name the target first: igloo trace check TARGET LOG...");
            var trace = TraceFiles.Read(first);
            var instance = await choice.InstanceAsync(arguments, trace, terminal, cancellation);
            return Say(instance, trace, TraceReplay.Check(instance, trace), terminal);
        });
        return command;
    }

    private static bool IsTarget(string path) => Directory.Exists(path) || Path.GetExtension(path) is ".csproj" or ".dll";

    private static Command Replay(Terminal terminal)
    {
        var file = File();
        var full = Full();
        var choice = new TraceModel();
        var command = new Command("replay", "Run the events of a trace through the compiled model again and print the states and what is violated.") { file, full };
        choice.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var trace = TraceFiles.Read(arguments.GetRequiredValue(file));
            var instance = await choice.InstanceAsync(arguments, trace, terminal, cancellation);
            var verdict = TraceReplay.Check(instance, trace);
            var run = verdict is TraceVerdict.Accepted accepted ? accepted.Run : ((TraceVerdict.Rejected)verdict).Run;
            if (run is not null)
            {
                Print(TraceDocument.Of(instance, run, trace.Meaning), arguments.GetValue(full), terminal);
                foreach (var value in PropertyEvaluation.Of(instance.As<EventSystem>(), instance.Universe).AtEnd(run).Where(v => v.IsViolated))
                {
                    terminal.Out.WriteLine($"  {terminal.Style.Bad("VIOLATED")}  {value.Property.FullName} at the end{(value.Arguments.IsEmpty ? "" : $", with {string.Join(", ", value.Arguments)}")}");
                }
            }

            return Say(instance, trace, verdict, terminal);
        });
        return command;
    }

    private static void Print(TraceDocument trace, bool isFull, Terminal terminal)
    {
        terminal.Out.WriteLine(terminal.Style.Heading($"{trace.Model[(trace.Model.LastIndexOf('.') + 1)..]} on {trace.Instance}{(trace.Meaning.Length > 0 ? $": {trace.Meaning}" : "")}"));
        foreach (var line in TraceListing.Lines(trace, isFull)) terminal.Out.WriteLine(line);
    }

    private static int Say(Instance instance, TraceDocument trace, TraceVerdict verdict, Terminal terminal)
    {
        if (verdict is TraceVerdict.Rejected rejected)
        {
            var place = rejected.Step == 0 ? "at the initial state" : $"at step {rejected.Step} of {trace.Steps.Length}";
            terminal.Out.WriteLine($"{terminal.Style.Bad("REJECTED")}  {instance.Subject} {place}: {rejected.Reason}");
            return ExitCode.Refuted;
        }

        terminal.Out.WriteLine($"{terminal.Style.Good("ACCEPTED")}  {instance.Subject} takes the {trace.Steps.Length} steps to the same states.");
        return ExitCode.Holds;
    }
}
