using System.Net;
using Igloo.Monitoring.Automatic;

namespace Igloo.Monitoring.Reports;

/// <summary>What a monitor tells its log: a closed set.</summary>
/// <param name="At">When.</param>
public abstract record MonitorReport(DateTimeOffset At)
{
    /// <summary>What to do about it; empty where there is nothing to add.</summary>
    public virtual string Advice => "";

    /// <summary>An action was not permitted.</summary>
    /// <param name="At">When.</param>
    /// <param name="Details">The record.</param>
    public sealed record Violation(DateTimeOffset At, PermissionViolation Details) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string Advice => Details.Advice.Length > 0 ? Details.Advice : Details.Nearest;

        /// <inheritdoc/>
        public override string ToString() => Details.ToString();
    }

    /// <summary>The model failed on an input, or has a guard that reads it. The input was held back.</summary>
    /// <param name="At">When.</param>
    /// <param name="Event">The event.</param>
    /// <param name="Reason">What the model did.</param>
    /// <param name="Cause">Its exception, if there was one.</param>
    public sealed record ModelFault(DateTimeOffset At, string Event, string Reason, Exception? Cause) : MonitorReport(At)
    {
        /// <summary>The name of the component.</summary>
        public string Component { get; init; } = "";

        /// <inheritdoc/>
        public override string Advice => "Next must not fail, and no guard may read an input: branch in the update instead";

        /// <inheritdoc/>
        public override string ToString() => ViolationText.HeldBack(
            "MODEL FAULT, input held back", Component, Event, $"{Reason}{(Cause is null ? "" : $" ({Cause.GetType().Name}: {Cause.Message})")}", Advice);
    }

    /// <summary>The environment returned an input outside the type of the operation. It was held back.</summary>
    /// <param name="At">When.</param>
    /// <param name="Event">The event.</param>
    public sealed record IllTypedInput(DateTimeOffset At, string Event) : MonitorReport(At)
    {
        /// <summary>The name of the component.</summary>
        public string Component { get; init; } = "";

        /// <inheritdoc/>
        public override string Advice => "the peer or the codec is wrong; where they are right, Returns of the operation is too strict";

        /// <inheritdoc/>
        public override string ToString() => ViolationText.HeldBack("ILL-TYPED INPUT, held back", Component, Event, "the input is not in Ty of its operation", Advice);
    }

    /// <summary>A datagram that is no message was dropped.</summary>
    /// <param name="At">When.</param>
    /// <param name="From">Where it came from.</param>
    /// <param name="Length">Its length, or one more than the longest message where it is longer.</param>
    /// <param name="Reason">Why.</param>
    public sealed record DroppedDatagram(DateTimeOffset At, IPEndPoint From, int Length, DropReason Reason) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"DROPPED {Reason.ToString().ToLowerInvariant()} datagram of {Length} bytes from {From}";
    }

    /// <summary>A message on a transport was not passed on.</summary>
    /// <param name="At">When.</param>
    /// <param name="Channel">Which transport.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RefusedMessage(DateTimeOffset At, string Channel, DropReason Reason) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"REFUSED {Reason.ToString().ToLowerInvariant()} message from {Channel}";
    }

    /// <summary>Something could not be recorded in the audit log.</summary>
    /// <param name="At">When.</param>
    /// <param name="Reason">Why not.</param>
    /// <param name="IsLost">Whether the log ends here while the component goes on; if not, events that cannot be recorded do not happen.</param>
    public sealed record AuditFailure(DateTimeOffset At, string Reason, bool IsLost) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"AUDIT FAILURE, {(IsLost ? "the log ends here and the component goes on" : "events that cannot be recorded do not happen")}: {Reason}";
    }

    /// <summary>After a divergence the program has passed an anchor, and is followed again. Told the first time.</summary>
    /// <param name="At">When.</param>
    /// <param name="Event">The event that fixes the state.</param>
    public sealed record Anchored(DateTimeOffset At, string Event) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"ANCHORED at {Event}: followed again; the first violation remains the verdict";
    }

    /// <summary>Automatic events were looked at before the monitor started, but the look was cut. Told at the start.</summary>
    /// <param name="At">When.</param>
    /// <param name="Verdict">What was found.</param>
    public sealed record AutomaticEvents(DateTimeOffset At, AutomaticVerdict Verdict) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string Advice => "Prove it for all with igloo verify";

        /// <inheritdoc/>
        public override string ToString() => $"AUTOMATIC EVENTS: {Verdict} {Advice}";
    }

    /// <summary>A field of the model's state has only ever grown. Told once for each field.</summary>
    /// <param name="At">When.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Size">The number of its elements.</param>
    public sealed record GrowingState(DateTimeOffset At, string Field, long Size) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string Advice => "retire entries by an internal event that a component refinement maps to skip";

        /// <inheritdoc/>
        public override string ToString() => $"GROWING STATE: {Field} has {Size} elements and has never become smaller; {Advice}";
    }

    /// <summary>
    /// What listens to the monitor has thrown. The program goes on as if it had not: its operation, its call and all other listeners are as they would have
    /// been. Told of each observer, which is then taken out, and once of the log, of meters and of traces, which are called again.
    /// </summary>
    /// <param name="At">When.</param>
    /// <param name="Listener">Who has thrown.</param>
    /// <param name="Cause">What.</param>
    public sealed record ListenerFailure(DateTimeOffset At, ListenerKind Listener, Exception Cause) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string Advice => "catch in it what may fail there";

        /// <summary>What was thrown, in a line.</summary>
        public string Reason => $"{Cause.GetType().Name}: {Cause.Message}";

        /// <inheritdoc/>
        public override string ToString() => $"LISTENER FAILURE, {Text}: {Reason}";

        private string Text => Listener switch
        {
            ListenerKind.Events => "an observer of events, which was taken out",
            ListenerKind.Reports => "an observer of reports, which was taken out",
            ListenerKind.Log => "the log, which may lack reports",
            ListenerKind.Meter => "a listener to meters, which may lack counts",
            _ => "a listener to traces, which may lack spans",
        };
    }

    /// <summary>Something has happened that the environment model excludes: what is proved of the composition need not hold any more.</summary>
    /// <param name="At">When.</param>
    /// <param name="What">What has happened.</param>
    public sealed record AssumptionNotMet(DateTimeOffset At, string What) : MonitorReport(At)
    {
        /// <inheritdoc/>
        public override string Advice => "what is proved of the composition need not hold any more: restart the system, or weaken the environment model";

        /// <inheritdoc/>
        public override string ToString() => $"ENVIRONMENT ASSUMPTION NOT MET: {What}";
    }
}
