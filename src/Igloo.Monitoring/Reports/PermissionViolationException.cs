namespace Igloo.Monitoring.Reports;

/// <summary>An I/O operation was refused before it was invoked. The model's state is unchanged.</summary>
/// <param name="violation">What was attempted and why it was not permitted.</param>
/// <param name="cause">The exception of the model, if that is the reason.</param>
public sealed class PermissionViolationException(PermissionViolation violation, Exception? cause = null) : MonitorException(violation, cause);
