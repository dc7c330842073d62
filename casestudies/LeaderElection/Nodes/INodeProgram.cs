namespace LeaderElection.Nodes;

/// <summary>The program of one node.</summary>
public interface INodeProgram
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="Igloo.Monitoring.Reports.MonitorException">The program did what its specification does not permit.</exception>
    Task RunAsync(CancellationToken cancellation);
}
