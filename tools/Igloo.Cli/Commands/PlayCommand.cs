using System.CommandLine;
using Igloo.Cli.Exploring;
using Igloo.Cli.Playing;
using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Models;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo play</c>: the user chooses the events of a run.</summary>
internal static class PlayCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var choice = new ModelChoice(new SizeRange(3, 3));
        var seed = new Option<int>("--seed") { Description = "The seed of random choices.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("play", "Run a model step by step: play the environment or any component, undo, search, save the run.");
        choice.AddTo(command);
        command.Add(seed);
        command.SetAction(async (arguments, cancellation) =>
        {
            var selection = await choice.SelectAsync(arguments, withRefinements: false, terminal, cancellation);
            var session = Begin(selection.Single(), arguments.GetValue(seed), terminal, cancellation);
            Say(session.Welcome(), terminal);
            while (!session.IsOver)
            {
                if (terminal.ShowsProgress) await terminal.Out.WriteAsync("> ");
                if (await terminal.In.ReadLineAsync(cancellation) is not { } line) break;
                Say(session.Answer(line), terminal);
            }

            return ExitCode.Holds;
        });
        return command;
    }

    private static PlaySession Begin(Instance instance, int seed, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return new PlaySession(instance, seed, terminal.Style, cancellation);
        }
        catch (NotEnumerableException obstacle)
        {
            throw new UserErrorException($"{instance.Model.GetType().Name} cannot be played: {obstacle.Message}");
        }
    }

    private static void Say(IEnumerable<string> lines, Terminal terminal)
    {
        foreach (var line in lines) terminal.Out.WriteLine(line);
    }
}
