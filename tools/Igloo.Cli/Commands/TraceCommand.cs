using System.CommandLine;
using Igloo.Cli.Exploring;
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

    private static Command Check(Terminal terminal)
    {
        var file = File();
        var choice = new TraceModel();
        var command = new Command("check", "Say whether the model has the trace: the same steps lead to the same states.") { file };
        choice.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var trace = TraceFiles.Read(arguments.GetRequiredValue(file));
            var instance = await choice.InstanceAsync(arguments, trace, terminal, cancellation);
            return Say(instance, trace, TraceReplay.Check(instance, trace), terminal);
        });
        return command;
    }

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
