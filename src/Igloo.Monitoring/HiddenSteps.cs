namespace Igloo.Monitoring;

/// <summary>How a monitor follows internal events that the program does not report.</summary>
public enum HiddenSteps
{
    /// <summary>All states that hidden events can reach are kept: what passes is exactly what the specification allows.</summary>
    Complete,

    /// <summary>
    /// Hidden events are run until none changes the state, and only that state is kept. What passes is allowed; nothing allowed is
    /// refused if the hidden events are confluent, terminate and never disable another event.
    /// </summary>
    Eager,
}
