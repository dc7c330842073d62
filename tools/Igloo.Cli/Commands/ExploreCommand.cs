using System.CommandLine;
using Igloo.Cli.Exploring;
using Igloo.Cli.Terminals;
using Igloo.Cli.Tracing;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Models;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo explore</c>: visits everything that finite instances can reach.</summary>
internal static class ExploreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var choice = new ModelChoice(new SizeRange(3, 3));
        var options = new ExploreOptions();
        var trace = new Option<string?>("--trace") { Description = "Write the first counterexample, else the run to the first goal, to FILE.", HelpName = "FILE" };
        var json = new Option<string?>("--json") { Description = "Write the results to FILE as JSON.", HelpName = "FILE" };
        var command = new Command("explore", "Visit everything that instances of a size can reach, and check every property on the way.");
        choice.AddTo(command);
        options.AddTo(command);
        command.Add(trace);
        command.Add(json);
        command.SetAction(async (arguments, cancellation) =>
        {
            options.RequireFit(arguments);
            var selection = await choice.SelectAsync(arguments, withRefinements: true, terminal, cancellation);
            if (options.KeepsCheckpoint(arguments)) RequireOneSystem(selection);
            var found = Explore(selection, options.Reductions(arguments), watch => options.Read(arguments, watch, cancellation), terminal);
            if (arguments.GetValue(json) is { } file) ExplorationJson.WriteFile(file, selection, found);
            if (arguments.GetValue(trace) is { } path) SaveTrace(path, found, terminal);
            return ExitCodeOf(found, cancellation);
        });
        return command;
    }

    private static void RequireOneSystem(ModelSelection selection)
    {
        if (selection.Models is [var model] && model.IsAssignableTo(typeof(EventSystem)) && selection.InstancesOf(model).Take(2).Count() == 1) return;
        throw new UserErrorException("A checkpoint holds the search of one instance of one event system.", "Choose it with --model NAME and --size N.");
    }

    private static List<InstanceResult> Explore(ModelSelection selection, Reductions reductions, Func<ExplorationWatch, ExplorationOptions> options, Terminal terminal)
    {
        var found = new List<InstanceResult>();
        foreach (var instance in selection.Models.SelectMany(selection.InstancesOf))
        {
            using var progress = new Progress(terminal, instance.Subject);
            var result = Explore(instance, reductions, options(new ExplorationWatch(progress, instance.Subject)));
            progress.Dispose();
            found.Add(result);
            foreach (var line in result.Lines(terminal.Style)) terminal.Out.WriteLine(line);
            if (result.WasCancelled) break;
        }

        return found;
    }

    private static InstanceResult Explore(Instance instance, Reductions reductions, ExplorationOptions options)
    {
        try
        {
            return InstanceResult.Of(instance, reductions, options);
        }
        catch (NotEnumerableException obstacle)
        {
            throw new UserErrorException($"{instance.Subject} cannot be explored: {obstacle.Message}");
        }
    }

    private static void SaveTrace(string path, List<InstanceResult> found, Terminal terminal)
    {
        var traces = found.Select(r => r.Trace).OfType<FoundTrace>().ToList();
        if ((traces.Find(t => t.IsCounterexample) ?? traces.FirstOrDefault()) is { Document: var document })
        {
            TraceFiles.Write(path, document);
            terminal.Out.WriteLine($"The trace is in {path}: {document.Meaning}.");
            return;
        }

        terminal.Error.WriteLine("No trace is written: nothing was violated, and no goal was reached.");
    }

    private static int ExitCodeOf(List<InstanceResult> found, CancellationToken cancellation) =>
        found.Exists(r => r.IsRefuted) ? ExitCode.Refuted
        : cancellation.IsCancellationRequested ? ExitCode.Cancelled
        : found.TrueForAll(r => r.IsComplete) && found.GroupBy(r => r.Instance.Model.GetType()).All(IsSubstantial) ? ExitCode.Holds
        : ExitCode.Unknown;

    /// <summary>Whether each goal is reached and each event occurs in some instance of a model: what holds of nothing is no success.</summary>
    private static bool IsSubstantial(IEnumerable<InstanceResult> ofModel)
    {
        var systems = ofModel.OfType<SystemResult>().Select(r => r.Found).ToList();
        return systems.SelectMany(f => f.Goals).GroupBy(g => g.Property.Name).All(g => g.Any(goal => goal.IsReached))
            && systems.SelectMany(f => f.Events).GroupBy(e => e.Name).All(e => e.Any(count => count.Count > 0));
    }
}
