using System.CommandLine;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;

namespace Igloo.Cli.Commands;

/// <summary>How every command names a project or an assembly.</summary>
/// <param name="isOptional">Whether the project in the current folder is meant where none is named.</param>
internal sealed class TargetOptions(bool isOptional = false)
{
    private readonly Argument<string> target = new("TARGET")
    {
        Description = "A folder with one project, a .csproj file (built first), or a built .dll.",
        DefaultValueFactory = isOptional ? _ => "." : null,
    };

    private readonly Option<string?> configuration = new("--configuration", "-c")
    {
        Description = "The build configuration of a project.",
        HelpName = "NAME",
    };

    private readonly Option<bool> noBuild = new("--no-build") { Description = "Take a project as it was built last." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(target);
        command.Add(configuration);
        command.Add(noBuild);
    }

    /// <summary>The path of the assembly, after a build where a project was named.</summary>
    /// <exception cref="UserErrorException">There is nothing usable at the target.</exception>
    public Task<string> AssemblyPathAsync(ParseResult arguments, Terminal terminal, CancellationToken cancellation) =>
        AssemblyPathAsync(TextOf(arguments), arguments, terminal, cancellation);

    /// <summary>What stands in the place of the target.</summary>
    public string TextOf(ParseResult arguments) => arguments.GetRequiredValue(target);

    /// <summary>The path of the assembly of a target that stands in another place.</summary>
    /// <exception cref="UserErrorException">There is nothing usable at the target.</exception>
    public async Task<string> AssemblyPathAsync(string text, ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var path = TargetPath.Parse(text);
        return path.IsProject
            ? await ProjectBuild.RunAsync(path.Path, arguments.GetValue(configuration), !arguments.GetValue(noBuild), terminal, cancellation)
            : path.Path;
    }
}
