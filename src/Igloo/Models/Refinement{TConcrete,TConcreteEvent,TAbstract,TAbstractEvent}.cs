namespace Igloo.Models;

/// <summary>
/// The claim that a concrete system refines an abstract one modulo a mediator, with the simulation relation that shows it.
/// </summary>
/// <typeparam name="TConcrete">States of the concrete system.</typeparam>
/// <typeparam name="TConcreteEvent">Events of the concrete system.</typeparam>
/// <typeparam name="TAbstract">States of the abstract system.</typeparam>
/// <typeparam name="TAbstractEvent">Events of the abstract system.</typeparam>
/// <param name="concrete">The concrete system.</param>
/// <param name="abstract">The abstract system.</param>
/// <remarks>Igloo (OOPSLA 2020), section 2.1.2 and Theorem 2.1.</remarks>
public abstract class Refinement<TConcrete, TConcreteEvent, TAbstract, TAbstractEvent>(
    EventSystem<TConcrete, TConcreteEvent> concrete,
    EventSystem<TAbstract, TAbstractEvent> @abstract) : Refinement
    where TConcrete : class
    where TConcreteEvent : class
    where TAbstract : class
    where TAbstractEvent : class
{
    /// <summary>The concrete (lower) system.</summary>
    public EventSystem<TConcrete, TConcreteEvent> Concrete => concrete;

    /// <summary>The abstract (upper) system.</summary>
    public EventSystem<TAbstract, TAbstractEvent> Abstract => @abstract;

    /// <summary>The simulation relation R.</summary>
    /// <param name="c">A state of the concrete system.</param>
    /// <param name="a">A state of the abstract system.</param>
    public abstract bool Related(TConcrete c, TAbstract a);

    /// <summary>The mediator π: how the abstract system sees a concrete event; null is skip.</summary>
    /// <param name="e">An event of the concrete system.</param>
    public abstract TAbstractEvent? Mediate(TConcreteEvent e);

    /// <summary>The abstract initial state that is related to a concrete initial one; by default the single one.</summary>
    /// <param name="c">An initial state of the concrete system.</param>
    public virtual TAbstract AbstractInitial(TConcrete c) => Abstract.Initial;

    /// <inheritdoc/>
    public sealed override EventSystem ConcreteSystem => concrete;

    /// <inheritdoc/>
    public sealed override EventSystem AbstractSystem => @abstract;

    /// <inheritdoc/>
    public sealed override bool AreRelated(object concrete, object @abstract) => Related((TConcrete)concrete, (TAbstract)@abstract);

    /// <inheritdoc/>
    public sealed override object? MediateEvent(object e) => Mediate((TConcreteEvent)e);

    /// <inheritdoc/>
    public sealed override object AbstractInitialState(object concrete) => AbstractInitial((TConcrete)concrete);
}
