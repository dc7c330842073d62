namespace Igloo.Monitoring.Reports;

/// <summary>Why an action was not permitted.</summary>
public enum ViolationKind
{
    /// <summary>No state that the observations allow has a permission for it.</summary>
    NotPermitted,

    /// <summary>The states were cut at a bound and none of those kept permits it: refused, but no violation.</summary>
    Inconclusive,

    /// <summary>An internal event that no state allows was reported: program and model have diverged.</summary>
    Ghost,

    /// <summary>It would take away the permission of an input in flight.</summary>
    DisablesInput,

    /// <summary>The model failed with an exception.</summary>
    ModelFault,

    /// <summary>The component has stopped, after a failure whose contract says so or too many unknown outcomes.</summary>
    Stopped,

    /// <summary>The bytes are no event of the model.</summary>
    NoEvent,

    /// <summary>At the release of a monitor lock the program's state was none of the model's.</summary>
    Abstraction,
}
