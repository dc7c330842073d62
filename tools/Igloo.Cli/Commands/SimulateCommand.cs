using System.CommandLine;
using Igloo.Cli.Exploring;
using Igloo.Cli.Terminals;
using Igloo.Cli.Tracing;
using Igloo.Exploring;
using Igloo.Exploring.Simulating;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo simulate</c>: random walks that check every property on the way.</summary>
internal static class SimulateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var choice = new ModelChoice(new SizeRange(1, 4));
        var walks = Number("--walks", "The number of random walks.", 100);
        var steps = Number("--steps", "The largest number of events in a walk.", 100);
        var seed = new Option<int>("--seed") { Description = "The seed; the same one gives the same walks.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var trace = new Option<string?>("--trace") { Description = "Write the failing walk, shrunk, to FILE.", HelpName = "FILE" };
        var command = new Command("simulate", "Walk at random through instances of all the sizes, check every property, and say what the walks did not cover.");
        choice.AddTo(command);
        foreach (var option in new Option[] { walks, steps, seed, trace }) command.Add(option);
        command.SetAction(async (arguments, cancellation) =>
        {
            var selection = await choice.SelectAsync(arguments, withRefinements: true, terminal, cancellation);
            var options = new SimulationOptions
            {
                Seed = arguments.GetValue(seed),
                Walks = arguments.GetValue(walks),
                MaxSteps = arguments.GetValue(steps),
                Cancellation = cancellation,
            };
            var failed = new List<FoundTrace>();
            foreach (var model in selection.Models)
            {
                var found = Simulate(model, selection.Sizes, options, terminal);
                foreach (var line in SimulationReport.Lines(model, found, options.Seed, terminal.Style)) terminal.Out.WriteLine(line);
                if (SimulationReport.TraceOf(found) is { } failing) failed.Add(failing);
                if (found.IsCancelled) return failed.Count > 0 ? ExitCode.Refuted : ExitCode.Cancelled;
            }

            if (failed is [var first, ..] && arguments.GetValue(trace) is { } path) TraceFiles.Write(path, first.Document);
            return failed.Count > 0 ? ExitCode.Refuted : ExitCode.Holds;
        });
        return command;
    }

    private static Simulation Simulate(Type model, SizeRange sizes, SimulationOptions options, Terminal terminal)
    {
        try
        {
            using var progress = new Progress(terminal, $"{model.Name}: {options.Walks:N0} walks");
            return Simulator.Swarm(model, sizes.From, sizes.To, options);
        }
        catch (Exception obstacle) when (obstacle is NotEnumerableException or ArgumentException)
        {
            throw new UserErrorException($"{model.Name} cannot be simulated: {obstacle.Message}");
        }
    }

    private static Option<int> Number(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1) result.AddError($"{name} takes a number of at least 1.");
        });
        return option;
    }
}
