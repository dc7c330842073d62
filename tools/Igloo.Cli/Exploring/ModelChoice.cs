using System.Collections.Immutable;
using System.CommandLine;
using Igloo.Cli.Commands;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Models;

namespace Igloo.Cli.Exploring;

/// <summary>How the commands that run models choose which, and on which instances.</summary>
internal sealed class ModelChoice
{
    private readonly TargetOptions target = new();
    private readonly Option<string?> model = new("--model", "-m") { Description = "Only the models whose name is NAME.", HelpName = "NAME" };
    private readonly Option<SizeRange> size;

    /// <param name="usual">The sizes where none are named.</param>
    public ModelChoice(SizeRange usual)
    {
        size = new("--size", "-n")
        {
            Description = "The size of the instance, or FROM..TO.",
            HelpName = "N",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                if (SizeRange.TryParse(result.Tokens[0].Value, out var range)) return range;
                result.AddError($"--size takes a number of at least 1 or a range such as 1..4, not '{result.Tokens[0].Value}'.");
                return usual;
            },
        };
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        target.AddTo(command);
        command.Add(model);
        command.Add(size);
    }

    /// <summary>The models that were asked for: event systems, and refinements and equalities where <paramref name="withRefinements"/>.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public async Task<ModelSelection> SelectAsync(ParseResult arguments, bool withRefinements, Terminal terminal, CancellationToken cancellation)
    {
        var assembly = ModelAssembly.Load(await target.AssemblyPathAsync(arguments, terminal, cancellation));
        var all = assembly.WithModels.SelectMany(a => a.GetTypes()).Where(t => IsRunnable(t, withRefinements)).OrderBy(t => t.FullName, StringComparer.Ordinal).ToImmutableArray();
        if (all.IsEmpty)
        {
            throw new UserErrorException($"'{Path.GetFileName(assembly.Path)}' has no model that can be run.", "Derive a class from EventSystem<TState, TEvent>.");
        }

        var name = arguments.GetValue(model);
        var chosen = all.RemoveAll(t => name is not null && !t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return chosen.IsEmpty
            ? throw new UserErrorException($"There is no model '{name}'.", $"There are: {string.Join(", ", all.Select(t => t.Name))}.")
            : new ModelSelection(assembly, chosen, arguments.GetValue(size)!);
    }

    private static bool IsRunnable(Type type, bool withRefinements) =>
        type is { IsAbstract: false, ContainsGenericParameters: false }
        && (type.IsAssignableTo(typeof(EventSystem)) || (withRefinements && (type.IsAssignableTo(typeof(Refinement)) || type.IsAssignableTo(typeof(Equality)))));
}
