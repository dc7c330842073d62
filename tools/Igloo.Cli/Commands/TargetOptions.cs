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
    public async Task<string> AssemblyPathAsync(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var path = TargetPath.Parse(arguments.GetRequiredValue(target));
        return path.IsProject
            ? await ProjectBuild.RunAsync(path.Path, arguments.GetValue(configuration), !arguments.GetValue(noBuild), terminal, cancellation)
            : path.Path;
    }
}
