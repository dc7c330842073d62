namespace Igloo.Monitoring.Permissions;

/// <summary>Whether an action is permitted.</summary>
internal enum StepVerdict
{
    /// <summary>Every combination of unknown outcomes permits it.</summary>
    Permitted,

    /// <summary>Some combination of unknown outcomes has no state that permits it.</summary>
    Refused,

    /// <summary>As refused, but the states were cut at the bound, so that a missing one might permit it.</summary>
    Inconclusive,

    /// <summary>It would be permitted, but disables an input in flight.</summary>
    WouldDisable,

    /// <summary>The model failed with an exception.</summary>
    Faulted,

    /// <summary>The component has stopped after a failed operation.</summary>
    Stopped,
}
