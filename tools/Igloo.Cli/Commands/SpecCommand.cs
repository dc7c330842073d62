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
        var picture = new Option<bool>("--picture") { Description = "As a picture of places and permissions, a flow chart of Mermaid." };
        var svg = new Option<bool>("--svg") { Description = "The picture as SVG." };
        var depth = new Option<int>("--depth") { Description = "How many permissions deep the picture goes.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var command = new Command("spec", "Print the I/O specification that is derived from each component.");
        target.AddTo(command);
        command.Add(component);
        command.Add(markdown);
        command.Add(table);
        command.Add(picture);
        command.Add(svg);
        command.Add(depth);
        command.Validators.Add(result =>
        {
            if (new[] { markdown, table, picture, svg }.Count(result.GetValue) > 1)
            {
                result.AddError("--markdown, --table, --picture and --svg exclude each other.");
            }

            if (result.GetValue(depth) < 0)
            {
                result.AddError("--depth is a number of permissions, at least 0.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var models = ModelAssembly.Load(await target.AssemblyPathAsync(arguments, terminal, cancellation));
            var chosen = Choose(ComponentModels.Of(models), arguments.GetValue(component), models);
            if (arguments.GetValue(svg) && chosen.Count > 1)
            {
                throw new UserErrorException("--svg draws one component.", $"Choose one with --component: {string.Join(", ", chosen.Select(c => c.Name))}.");
            }

            foreach (var type in chosen)
            {
                var instance = ComponentModels.InstanceOf(type, models.WithModels);
                var specification = ComponentSpecification.Of(instance);
                var heading = arguments.GetValue(picture) || arguments.GetValue(table) ? $"{type.Name} on {instance.Description}" : type.Name;
                var body = (arguments.GetValue(markdown), arguments.GetValue(table), arguments.GetValue(picture), arguments.GetValue(svg)) switch
                {
                    (true, _, _, _) => specification.Markdown,
                    (_, true, _, _) => specification.Table,
                    (_, _, true, _) => $"```mermaid\n{specification.Picture(arguments.GetValue(depth)).ToMermaid()}```\n",
                    (_, _, _, true) => specification.Picture(arguments.GetValue(depth)).ToSvg(),
                    _ => specification.Text,
                };
                // SVG goes to a file or a browser as it stands.
                if (!arguments.GetValue(svg))
                {
                    var isMarkdown = arguments.GetValue(markdown) || arguments.GetValue(picture);
                    terminal.Out.WriteLine(isMarkdown ? $"## {heading}" : terminal.Style.Heading(heading));
                    terminal.Out.WriteLine();
                }

                terminal.Out.WriteLine(body);
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
