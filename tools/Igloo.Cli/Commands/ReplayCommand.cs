using System.CommandLine;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Cli.Verifying;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo replay</c>: runs a counterexample that was printed before through the compiled model again.</summary>
internal static class ReplayCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "What a counterexample shows behind 'Replay', or the beginning of it." };
        var target = new TargetOptions(isOptional: true);
        var command = new Command("replay", "Run a counterexample through the compiled model again, and say whether it still fails.") { id };
        target.AddTo(command);
        id.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 } text || !text.All(char.IsAsciiHexDigit))
            {
                result.AddError("ID is the hexadecimal number that a counterexample shows behind 'Replay'.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var path = await target.AssemblyPathAsync(arguments, terminal, cancellation);
            var found = Replaying.Find(arguments.GetRequiredValue(id), ModelAssembly.Load(path), terminal, cancellation);
            foreach (var line in found.Lines)
            {
                terminal.Out.WriteLine(line);
            }

            return found.ExitCode;
        });
        return command;
    }
}
