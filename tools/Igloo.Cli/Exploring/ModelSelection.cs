using System.Collections.Immutable;
using Igloo.Cli.Targets;
using Igloo.Exploring;

namespace Igloo.Cli.Exploring;

/// <summary>The models and sizes that the user chose.</summary>
/// <param name="Assembly">Where they come from.</param>
/// <param name="Models">The models.</param>
/// <param name="Sizes">The sizes.</param>
internal sealed record ModelSelection(ModelAssembly Assembly, ImmutableArray<Type> Models, SizeRange Sizes)
{
    /// <summary>The instances of a model.</summary>
    /// <exception cref="UserErrorException">It has none of these sizes.</exception>
    public IEnumerable<Instance> InstancesOf(Type model)
    {
        List<Instance> found;
        try
        {
            found = [.. Instances.Of(model, Sizes.From, Sizes.To, Assembly.WithModels)];
        }
        catch (Exception exception) when (exception is NotEnumerableException or ArgumentException)
        {
            throw new UserErrorException($"{model.Name} has no instances: {exception.Message}");
        }

        return found.Count > 0
            ? found
            : throw new UserErrorException($"{model.Name} has no instance of size {Sizes}.", "The attribute [Instances(FROM, TO)] of its theories limits the sizes.");
    }

    /// <summary>The only instance meant, for what runs one.</summary>
    /// <exception cref="UserErrorException">Several models are meant, or there is no instance.</exception>
    public Instance Single() => Models is [var model]
        ? InstancesOf(model).First()
        : throw new UserErrorException("There are several models.", $"Choose one with --model: {string.Join(", ", Models.Select(m => m.Name))}.");
}
