using System.Collections.Immutable;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Health;

/// <summary>The state of a monitor, for operators.</summary>
/// <param name="Status">Whether it still knows what its program does.</param>
/// <param name="FirstViolation">The verdict, or null where there was no violation.</param>
/// <param name="Causes">What was not permitted, and how often.</param>
/// <param name="IsAuditLost">Whether the audit log ended early because it could not be written.</param>
/// <param name="Events">How many events were recorded.</param>
/// <param name="PossibleStates">How many states of the model the observations allow, over all unknown outcomes.</param>
/// <param name="StateSize">The number of elements in the collections of the model's state.</param>
public sealed record MonitorHealth(
    MonitorStatus Status, PermissionViolation? FirstViolation, ImmutableArray<ViolationCause> Causes, bool IsAuditLost, long Events, int PossibleStates, long StateSize);
