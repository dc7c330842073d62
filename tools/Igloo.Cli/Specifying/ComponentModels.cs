using System.Collections.Immutable;
using System.Reflection;
using Igloo.Cli.Targets;
using Igloo.Components;
using Igloo.Exploring;

namespace Igloo.Cli.Specifying;

/// <summary>Finds the components among the models of an assembly.</summary>
internal static class ComponentModels
{
    private const int PreferredSize = 3;

    /// <summary>The component classes, by name.</summary>
    public static ImmutableArray<Type> Of(ModelAssembly models) =>
    [
        .. models.WithModels.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && Base(t) is not null)
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>The types of states and events of a component class.</summary>
    public static (Type State, Type Event) Signature(Type component)
    {
        var arguments = Base(component)!.GetGenericArguments();
        return (arguments[0], arguments[1]);
    }

    /// <summary>Some instance of a model, of size 3 if there is one.</summary>
    /// <exception cref="UserErrorException">The model has no instance that can be made.</exception>
    public static Instance InstanceOf(Type model, IEnumerable<Assembly> assemblies)
    {
        try
        {
            return Instances.Of(model, PreferredSize, PreferredSize, assemblies).Concat(Instances.Of(model, 1, PreferredSize - 1, assemblies)).First();
        }
        catch (Exception exception) when (exception is NotEnumerableException or ArgumentException or InvalidOperationException)
        {
            throw new UserErrorException($"There is no instance of {model.Name} to look at: {exception.Message}", "Mark a class that implements the theory with [Instances].");
        }
    }

    private static Type? Base(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(Component<,>))
            {
                return at;
            }
        }

        return null;
    }
}
