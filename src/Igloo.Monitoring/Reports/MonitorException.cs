namespace Igloo.Monitoring.Reports;

/// <summary>A monitor did not let an action pass.</summary>
/// <param name="violation">What was attempted and why it was not permitted.</param>
/// <param name="cause">The exception of the model, if that is the reason.</param>
public abstract class MonitorException(PermissionViolation violation, Exception? cause) : Exception(violation?.ToString(), cause)
{
    /// <summary>What was attempted and why it was not permitted.</summary>
    public PermissionViolation Violation { get; } = violation ?? throw new ArgumentNullException(nameof(violation));
}
