namespace Igloo.Models;

/// <summary>The untyped view of an equality. Equalities derive from <see cref="Equality{TLeft,TLeftEvent,TRight,TRightEvent}"/>.</summary>
public abstract class Equality
{
    private protected Equality()
    {
    }

    /// <summary>One of the two systems, by convention the composition.</summary>
    public abstract EventSystem LeftSystem { get; }

    /// <summary>The other system, by convention the monolithic model.</summary>
    public abstract EventSystem RightSystem { get; }
}
