using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Health;

/// <summary>Violations with one cause.</summary>
/// <param name="Kind">Why the action was not permitted.</param>
/// <param name="Event">The event case; empty for bytes that are no event and for states at the release of a lock.</param>
/// <param name="Times">How often it occurred.</param>
public sealed record ViolationCause(ViolationKind Kind, string Event, long Times);
