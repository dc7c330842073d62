using System.CommandLine;
using Igloo.Cli.Running;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Cli.Verifying;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo run</c>: verifies a project, and starts its program only if everything holds.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var target = new TargetOptions();
        var noVerify = new Option<bool>("--no-verify") { Description = "Start the program without verifying its models." };
        var programArguments = new Argument<string[]>("ARGS")
        {
            Description = "Arguments of the program, after --.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("run", "Verify the models, then start the project's program and pass on its exit code.");
        target.AddTo(command);
        command.Add(noVerify);
        command.Add(programArguments);
        command.SetAction(async (arguments, cancellation) =>
        {
            var path = await target.AssemblyPathAsync(arguments, terminal, cancellation);
            CheckIsProgram(path);
            if (!arguments.GetValue(noVerify))
            {
                var options = VerificationOptions.Default.WithCache();
                var verification = await VerifyCommand.VerifyAsync(path, options, terminal, cancellation);
                VerifyCommand.Write(verification, terminal, full: false);
                if (verification.Outcome != Outcome.Holds)
                {
                    await terminal.Error.WriteLineAsync("The program is not started: its models do not hold. (--no-verify starts it all the same.)");
                    return verification.ExitCode;
                }
            }

            return await ChildProgram.RunAsync(path, arguments.GetValue(programArguments) ?? [], cancellation);
        });
        return command;
    }

    private static void CheckIsProgram(string path)
    {
        ModelAssembly.CheckIsManaged(path);
        var settings = Path.ChangeExtension(path, ".runtimeconfig.json");
        if (!ModelAssembly.IsProgram(path) || !File.Exists(settings))
        {
            throw new UserErrorException(
                $"'{Path.GetFileNameWithoutExtension(path)}' is a library: there is no program to run.",
                "Set <OutputType>Exe</OutputType> in the project, or use 'igloo verify'.");
        }
    }
}
