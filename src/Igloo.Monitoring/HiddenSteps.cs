namespace Igloo.Monitoring;

/// <summary>How a monitor follows internal events that the program does not report.</summary>
public enum HiddenSteps
{
    /// <summary>
    /// All states that hidden events can reach are kept: what passes is exactly what the specification allows, because the state in which
    /// a hidden event has not happened yet is kept too. Cut at a bound, a refusal is inconclusive.
    /// </summary>
    Complete,

    /// <summary>
    /// Hidden events are run until none changes the state, and only that state is kept: one state on the hot path. What passes is allowed; nothing
    /// allowed is refused if the hidden events are confluent, terminate and never take another event away, which are obligations of a model that
    /// marks them.
    /// </summary>
    Eager,
}
