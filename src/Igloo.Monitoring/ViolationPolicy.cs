namespace Igloo.Monitoring;

/// <summary>What a monitor does with an action that the specification does not permit.</summary>
public enum ViolationPolicy
{
    /// <summary>The action is refused before it happens: an exception to the caller, the model's state unchanged.</summary>
    Enforce,

    /// <summary>
    /// The action happens and is reported once a cause. The first report is the verdict; later events are judged from the last good state
    /// and marked as after divergence, until the program passes a declared anchor.
    /// </summary>
    Observe,

    /// <summary>
    /// The action does not happen, its caller goes on as if it had, and it is reported once a cause. For outputs, and for inputs of operations
    /// whose environment model may lose them. Never for internal events.
    /// </summary>
    Drop,

    /// <summary>The action happens and nothing is said about it. The model follows as far as it can; that it could not shows in the health.</summary>
    Off,
}
