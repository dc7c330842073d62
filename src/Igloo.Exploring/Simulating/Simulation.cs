using System.Collections.Immutable;

namespace Igloo.Exploring.Simulating;

/// <summary>What random walks have found. They show what fails and what happens; that nothing fails is no proof.</summary>
/// <param name="Walks">The number of walks.</param>
/// <param name="Steps">The number of events in all of them.</param>
/// <param name="Instances">The instances that were walked through.</param>
/// <param name="Failure">The first walk that failed, shrunk; null where none did.</param>
/// <param name="FailedInstance">The instance that failed.</param>
/// <param name="OriginalLength">The number of events of the failing walk before it was shrunk.</param>
/// <param name="Coverage">What happened.</param>
/// <param name="IsCancelled">Whether the simulation was cancelled.</param>
public sealed record Simulation(
    int Walks,
    long Steps,
    ImmutableArray<string> Instances,
    Walk? Failure,
    Instance? FailedInstance,
    int OriginalLength,
    Coverage Coverage,
    bool IsCancelled)
{
    /// <summary>Walks and steps, what failed, what never happened.</summary>
    public override string ToString()
    {
        var lines = new List<string> { $"{Walks:N0} walks, {Steps:N0} steps on {string.Join(", ", Instances)}{(IsCancelled ? ", cancelled" : "")}" };
        if (Failure is not null)
        {
            lines.Add($"FAILED on {FailedInstance}: shrunk from {OriginalLength} to {Failure.Run.Length} events");
            lines.Add(Failure.Violation?.ToString() ?? Failure.SimulationFailed!.ToString());
        }

        lines.Add(Coverage.ToString());
        return string.Join('\n', lines);
    }
}
