namespace Igloo.Exploring;

/// <summary>Whether a search has seen everything that is reachable, or what cut it short.</summary>
public enum Completeness
{
    /// <summary>Every reachable state was visited.</summary>
    Complete,

    /// <summary>The limit on states was met.</summary>
    CutByStates,

    /// <summary>The limit on levels was met.</summary>
    CutByDepth,

    /// <summary>The limit on memory was met.</summary>
    CutByMemory,

    /// <summary>The search was cancelled.</summary>
    Cancelled,

    /// <summary>The compiled model failed with an exception, so the rest is unknown.</summary>
    StoppedByFault,

    /// <summary>The search ended at what it looked for.</summary>
    StoppedAtFinding,

    /// <summary>Everything was visited that the values lead to which were tried, but of some parameters of events others may be enabled as well, or a property quantifies over others.</summary>
    CutByValues,
}
