using System.Collections.Immutable;
using System.CommandLine;
using Igloo.Cli.Specifying;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo spec</c>: prints the I/O specification of components.</summary>
internal static class SpecCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var target = new TargetOptions();
        var component = new Option<string?>("--component") { Description = "Only the component of this name.", HelpName = "NAME" };
        var markdown = new Option<bool>("--markdown") { Description = "For Markdown, with formulas in LaTeX." };
        var table = new Option<bool>("--table") { Description = "As a table: in this state it may ..." };
        var command = new Command("spec", "Print the I/O specification that is derived from each component.");
        target.AddTo(command);
        command.Add(component);
        command.Add(markdown);
        command.Add(table);
        command.Validators.Add(result =>
        {
            if (result.GetValue(markdown) && result.GetValue(table))
            {
                result.AddError("--markdown and --table exclude each other.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var models = ModelAssembly.Load(await target.AssemblyPathAsync(arguments, terminal, cancellation));
            var chosen = Choose(ComponentModels.Of(models), arguments.GetValue(component), models);
            foreach (var type in chosen)
            {
                var instance = ComponentModels.InstanceOf(type, models.WithModels);
                var specification = ComponentSpecification.Of(instance);
                var isTable = arguments.GetValue(table);
                var heading = isTable ? $"{type.Name} on {instance.Description}" : type.Name;
                terminal.Out.WriteLine(arguments.GetValue(markdown) ? $"## {heading}" : terminal.Style.Heading(heading));
                terminal.Out.WriteLine();
                terminal.Out.WriteLine(arguments.GetValue(markdown) ? specification.Markdown : isTable ? specification.Table : specification.Text);
            }

            return ExitCode.Holds;
        });
        return command;
    }

    private static List<Type> Choose(ImmutableArray<Type> components, string? name, ModelAssembly models)
    {
        if (components.IsEmpty)
        {
            throw new UserErrorException(
                $"'{Path.GetFileName(models.Path)}' has no components.", "An I/O specification is derived from a class that extends Component<TState, TEvent>.");
        }

        var chosen = components.Where(c => name is null || c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0
            ? chosen
            : throw new UserErrorException($"There is no component '{name}'.", $"There are: {string.Join(", ", components.Select(c => c.Name))}.");
    }
}
