using System.CommandLine;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Cli.Verifying;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo verify</c>: proves every obligation of a project's models.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var target = new TargetOptions();
        var options = new VerifyOptions();
        var json = new Option<string?>("--json") { Description = "Write the results to FILE as well; see JSON.md for the format.", HelpName = "FILE" };
        var command = new Command("verify", "Prove every obligation of the models, and explore small instances beside it.");
        target.AddTo(command);
        options.AddTo(command);
        command.Add(json);
        command.SetAction(async (arguments, cancellation) =>
        {
            var asked = options.Read(arguments);
            var path = await target.AssemblyPathAsync(arguments, terminal, cancellation);
            var verification = await VerifyAsync(path, asked, terminal, cancellation);
            if (arguments.GetValue(json) is { } file)
            {
                VerificationJson.WriteFile(file, verification);
            }

            Write(verification, terminal, options.IsFull(arguments));
            return verification.ExitCode;
        });
        return command;
    }

    /// <summary>Loads an assembly and verifies its models.</summary>
    public static async Task<Verification> VerifyAsync(string path, VerificationOptions options, Terminal terminal, CancellationToken cancellation)
    {
        using var progress = new Progress(terminal, "Loading models");
        return await Verifier.RunAsync(ModelAssembly.Load(path), options, progress, cancellation);
    }

    /// <summary>Writes the result as text.</summary>
    public static void Write(Verification verification, Terminal terminal, bool full)
    {
        foreach (var line in new VerificationText(terminal.Style, full).Lines(verification))
        {
            terminal.Out.WriteLine(line);
        }
    }
}
