namespace Igloo.Viewing;

/// <summary>What is known of a property at the current state.</summary>
public enum PropertyStatus
{
    /// <summary>A claim holds here.</summary>
    Holds,

    /// <summary>A claim is false here.</summary>
    Violated,

    /// <summary>A goal is attained here, or a run may end here.</summary>
    Reached,

    /// <summary>A goal is not attained here, or no run may end here.</summary>
    NotReached,

    /// <summary>It is about steps, and there is none yet.</summary>
    NoStep,

    /// <summary>It has no value here.</summary>
    Unknown,
}
