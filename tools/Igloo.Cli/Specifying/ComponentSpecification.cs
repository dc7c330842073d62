using Igloo.Exploring;
using Igloo.IoSpecs.Picturing;

namespace Igloo.Cli.Specifying;

/// <summary>The I/O specification of some component, in the forms that the command prints.</summary>
internal abstract class ComponentSpecification
{
    /// <summary>As in the paper's figure 3.</summary>
    public abstract string Text { get; }

    /// <summary>The same for Markdown.</summary>
    public abstract string Markdown { get; }

    /// <summary>What is permitted in the first states that the component can be in.</summary>
    public abstract string Table { get; }

    /// <summary>Places and permissions from the initial state on.</summary>
    /// <param name="depth">How many permissions deep.</param>
    public abstract PermissionPicture Picture(int depth);

    /// <summary>The specification of an instance of a component.</summary>
    public static ComponentSpecification Of(Instance instance)
    {
        var (state, e) = ComponentModels.Signature(instance.Model.GetType());
        return (ComponentSpecification)Activator.CreateInstance(typeof(ComponentSpecification<,>).MakeGenericType(state, e), instance)!;
    }
}
