namespace Igloo.Monitoring;

/// <summary>What a monitor does with an action that the specification does not permit.</summary>
public enum ViolationPolicy
{
    /// <summary>The action is refused before it happens: an exception to the caller, the model's state unchanged.</summary>
    Enforce,

    /// <summary>
    /// The action happens and is reported. The first report is the verdict; later events are judged from the last good state and
    /// marked as after divergence.
    /// </summary>
    Observe,
}
