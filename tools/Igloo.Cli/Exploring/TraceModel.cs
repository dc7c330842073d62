using System.CommandLine;
using Igloo.Cli.Commands;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Viewing.Traces;
using Igloo.Models;

namespace Igloo.Cli.Exploring;

/// <summary>How the commands about traces find the instance that a trace is of.</summary>
internal sealed class TraceModel
{
    private readonly TargetOptions target;

    /// <summary>The options of a command of its own.</summary>
    public TraceModel()
        : this(new())
    {
    }

    /// <summary>The options of a command that uses its target for something else too.</summary>
    public TraceModel(TargetOptions target) => this.target = target;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => target.AddTo(command);

    /// <summary>The instance that a trace names.</summary>
    /// <exception cref="UserErrorException">The target has no such model or instance.</exception>
    public async Task<Instance> InstanceAsync(ParseResult arguments, TraceDocument trace, Terminal terminal, CancellationToken cancellation)
    {
        var assembly = ModelAssembly.Load(await target.AssemblyPathAsync(arguments, terminal, cancellation));
        var model = assembly.WithModels.Select(a => a.GetType(trace.Model)).OfType<Type>().FirstOrDefault(t => t.IsAssignableTo(typeof(EventSystem)))
            ?? throw new UserErrorException($"'{Path.GetFileName(assembly.Path)}' has no model '{trace.Model}', which the trace is of.", "Name the project or assembly that the trace was made from.");
        return Instances.Of(model, trace.Size, trace.Size, assembly.WithModels).FirstOrDefault(i => i.Description == trace.Instance)
            ?? throw new UserErrorException($"{model.Name} has no instance '{trace.Instance}' of size {trace.Size} any more.", "The trace was made from another version of the model.");
    }
}
