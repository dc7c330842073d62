using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Igloo.Cli.Commands;
using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Exploring.Packed;
using Igloo.Exploring.Reducing.Symmetry;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Z3;

namespace Igloo.Cli;

/// <summary>The command line as a function of its arguments: reads them, runs one command, and turns every failure into one message and an exit code.</summary>
internal static class Application
{
    private const string Advice = "This should not happen. Please report it with the command you used and the lines above.";

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments as the shell gave them.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Cancelled when the user asks for it.</param>
    /// <returns>One of <see cref="ExitCode"/>, or the exit code of the program that <c>run</c> started.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation)
    {
        var parsed = Root(terminal).Parse(arguments);
        if (arguments.Length == 0)
        {
            await Root(terminal).Parse(["--help"]).InvokeAsync(new InvocationConfiguration { Output = terminal.Error }, cancellation);
            return ExitCode.UserError;
        }

        if (parsed.Errors.Count > 0)
        {
            Say(terminal, string.Join(Environment.NewLine, parsed.Errors.Select(e => e.Message)), $"See '{NameOf(parsed.CommandResult)} --help'.", null);
            return ExitCode.UserError;
        }

        var settings = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Signals are this process's business: a build or a program under way must be stopped in order.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(settings, cancellation);
        }
        catch (UserErrorException error)
        {
            Say(terminal, error.Message, error.Advice, error.Details);
            return ExitCode.UserError;
        }
        catch (ToolFailureException failure)
        {
            Say(terminal, failure.Message, failure.Advice, null);
            return ExitCode.Failure;
        }
        catch (Exception failure) when (failure is Proving.ToolFailureException or SolverLibraryException or SolverException)
        {
            Say(terminal, failure.Message, "No verdict follows. 'igloo doctor' examines the solver.", null);
            return ExitCode.Failure;
        }
        catch (PackedMismatchException failure)
        {
            Say(terminal, failure.Message, "Explore with --engine reference, and please report it with the command you used.", null);
            return ExitCode.Failure;
        }
        catch (Exception model) when (model is MissingTermsException or UnsupportedModelException or NotPackableException or NotEnumerableException or NotSymmetricException or CheckpointException)
        {
            Say(terminal, model.Message, null, null);
            return ExitCode.UserError;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception bug)
        {
            Say(terminal, $"{bug.GetType().Name}: {bug.Message}", Advice, bug.StackTrace);
            return ExitCode.Failure;
        }
    }

    private static Command Root(Terminal terminal)
    {
        // A RootCommand takes its name from the assembly, which is not what the user types.
        var root = new Command("igloo", "Igloo for .NET: protocols as chains of refinements, proved, run under monitors, and reported on.")
        {
            new HelpOption(),
            new VersionOption(),
            VerifyCommand.Create(terminal),
            ExploreCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            PlayCommand.Create(terminal),
            TraceCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            RunCommand.Create(terminal),
            SpecCommand.Create(terminal),
            LogCommand.Create(terminal),
            ReportCommand.Create(terminal),
            UiCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        return root;
    }

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;

    private static void Say(Terminal terminal, string message, string? advice, string? details)
    {
        if (!string.IsNullOrEmpty(details))
        {
            terminal.Error.WriteLine(details);
        }

        terminal.Error.WriteLine($"{terminal.ErrorStyle.Bad("error:")} {message}");
        if (advice is not null)
        {
            terminal.Error.WriteLine(advice);
        }
    }
}
