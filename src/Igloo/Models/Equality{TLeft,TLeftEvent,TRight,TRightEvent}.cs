namespace Igloo.Models;

/// <summary>
/// The claim that two systems have the same traces up to a renaming of events: refinements both ways whose mediators are
/// inverse to each other and map no event to skip.
/// </summary>
/// <typeparam name="TLeft">States of the left system.</typeparam>
/// <typeparam name="TLeftEvent">Events of the left system.</typeparam>
/// <typeparam name="TRight">States of the right system.</typeparam>
/// <typeparam name="TRightEvent">Events of the right system.</typeparam>
/// <param name="left">One system, by convention the composition.</param>
/// <param name="right">The other, by convention the monolithic interface model.</param>
/// <remarks>
/// Mutual refinement alone proves nothing: the total relation with both mediators constantly skip relates any two systems. An
/// event that is enabled in no reachable state may be left without a counterpart (null).
/// </remarks>
public abstract class Equality<TLeft, TLeftEvent, TRight, TRightEvent>(
    EventSystem<TLeft, TLeftEvent> left,
    EventSystem<TRight, TRightEvent> right) : Equality
    where TLeft : class
    where TLeftEvent : class
    where TRight : class
    where TRightEvent : class
{
    /// <summary>One of the two systems.</summary>
    public EventSystem<TLeft, TLeftEvent> Left => left;

    /// <summary>The other system.</summary>
    public EventSystem<TRight, TRightEvent> Right => right;

    /// <summary>The relation that is a simulation in both directions.</summary>
    /// <param name="l">A state of the left system.</param>
    /// <param name="r">A state of the right system.</param>
    public abstract bool Related(TLeft l, TRight r);

    /// <summary>The name of a left event in the right system; null only for events that are never enabled.</summary>
    /// <param name="e">An event of the left system.</param>
    public abstract TRightEvent? Forth(TLeftEvent e);

    /// <summary>The name of a right event in the left system; null only for events that are never enabled.</summary>
    /// <param name="e">An event of the right system.</param>
    public abstract TLeftEvent? Back(TRightEvent e);

    /// <inheritdoc/>
    public sealed override EventSystem LeftSystem => left;

    /// <inheritdoc/>
    public sealed override EventSystem RightSystem => right;
}
