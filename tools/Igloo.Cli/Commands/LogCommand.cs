using System.CommandLine;
using Igloo.Cli.Logs;
using Igloo.Cli.Terminals;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo log</c>: logs of programs against their models.</summary>
internal static class LogCommand
{
    /// <summary>The command with its own commands.</summary>
    public static Command Create(Terminal terminal) => new("log", "Check what programs have logged against their models.") { Check(terminal) };

    private static Command Check(Terminal terminal)
    {
        var target = new TargetOptions();
        var files = new Argument<string[]>("LOG") { Description = "Audit logs of monitors, or logs that a service writes.", Arity = ArgumentArity.OneOrMore };
        var check = new LogCheckOptions();
        var command = new Command("check", "Say whether the model has a trace that the logs are of: ACCEPTED, REJECTED or INCONCLUSIVE.");
        target.AddTo(command);
        command.Add(files);
        check.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
            check.Run(arguments, await target.AssemblyPathAsync(arguments, terminal, cancellation), arguments.GetRequiredValue(files), terminal));
        return command;
    }
}
