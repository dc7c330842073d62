namespace Igloo.Models;

/// <summary>The untyped view of a refinement. Refinements derive from <see cref="Refinement{TConcrete,TConcreteEvent,TAbstract,TAbstractEvent}"/>.</summary>
public abstract class Refinement
{
    private protected Refinement()
    {
    }

    /// <summary>The concrete (lower) system.</summary>
    public abstract EventSystem ConcreteSystem { get; }

    /// <summary>The abstract (upper) system.</summary>
    public abstract EventSystem AbstractSystem { get; }

    /// <summary>The untyped form of the simulation relation.</summary>
    /// <param name="concrete">A concrete state.</param>
    /// <param name="abstract">An abstract state.</param>
    public abstract bool AreRelated(object concrete, object @abstract);

    /// <summary>The untyped form of the mediator; null is skip.</summary>
    /// <param name="e">A concrete event.</param>
    public abstract object? MediateEvent(object e);

    /// <summary>The untyped form of the witness for initial states.</summary>
    /// <param name="concrete">A concrete initial state.</param>
    public abstract object AbstractInitialState(object concrete);
}
