namespace Igloo.Monitoring.Reports;

/// <summary>
/// A reported internal event, or the program's state at the release of a monitor lock, is allowed by no state of the model: program
/// and model have diverged. The model's state is unchanged.
/// </summary>
/// <param name="violation">What was reported and why no state allows it.</param>
/// <param name="cause">The exception of the model, if that is the reason.</param>
public sealed class GhostViolationException(PermissionViolation violation, Exception? cause = null) : MonitorException(violation, cause);
