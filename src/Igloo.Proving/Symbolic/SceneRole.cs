namespace Igloo.Proving.Symbolic;

/// <summary>The parts that values play in a counterexample.</summary>
public enum SceneRole
{
    /// <summary>A field of the model itself, such as the identity of a component.</summary>
    Model,

    /// <summary>The (concrete, or left) state before the event, or the only one.</summary>
    Before,

    /// <summary>The past before the event.</summary>
    Past,

    /// <summary>The event.</summary>
    Event,

    /// <summary>The same event with other inputs, outputs or ghosts.</summary>
    OtherEvent,

    /// <summary>The state after the event; an optional value, absent where the event is not enabled.</summary>
    After,

    /// <summary>The past after the event.</summary>
    PastAfter,

    /// <summary>The abstract (or right) state before.</summary>
    AbstractBefore,

    /// <summary>The past of the abstract system.</summary>
    AbstractPast,

    /// <summary>What the mediator makes of the event; an optional value, absent for skip.</summary>
    AbstractEvent,

    /// <summary>The abstract state after; an optional value, absent where the abstract event is not enabled.</summary>
    AbstractAfter,

    /// <summary>A quantified parameter of the property.</summary>
    Parameter,

    /// <summary>The state after the other event alone.</summary>
    OtherAfter,

    /// <summary>The state after the event and then the other one; absent where that is not enabled.</summary>
    Following,

    /// <summary>The state after the other event and then the event; absent where that is not enabled.</summary>
    OtherFollowing,
}
