using Igloo.Monitoring.Automatic;

namespace Igloo.Monitoring.Reports;

/// <summary>A monitor was not started, because events that it should follow by itself do not end, do not end in one state, or take others away.</summary>
/// <param name="component">The component.</param>
/// <param name="verdict">What was found.</param>
public sealed class AutomaticEventsException(string component, AutomaticVerdict verdict)
    : Exception($"The automatic events of {component} cannot be followed: {verdict} Correct the model (igloo verify shows the smallest case), or report these events.")
{
    /// <summary>What was found.</summary>
    public AutomaticVerdict Verdict { get; } = verdict;
}
