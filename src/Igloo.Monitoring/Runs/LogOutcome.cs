namespace Igloo.Monitoring.Runs;

/// <summary>Whether logs agree with a model.</summary>
public enum LogOutcome
{
    /// <summary>They are of a trace of the model.</summary>
    Accepted,

    /// <summary>They are of no trace of the model.</summary>
    Rejected,

    /// <summary>The search ended before it was complete.</summary>
    Inconclusive,
}
