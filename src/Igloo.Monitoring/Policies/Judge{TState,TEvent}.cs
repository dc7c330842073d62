using System.Net;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;

namespace Igloo.Monitoring.Policies;

/// <summary>Says what becomes of an action that is not permitted, by its policy. One thread at a time.</summary>
internal sealed class Judge<TState, TEvent>(Announcements<TState, TEvent> announcements, Ledger<TState, TEvent> ledger, ViolationDescriber<TState, TEvent> describer, AuditTrail<TState, TEvent> trail)
    where TState : class
    where TEvent : class
{
    public Divergence Divergence { get; } = new();

    /// <summary>An event that the ledger does not permit.</summary>
    /// <returns>What to report; null where nothing is said.</returns>
    public Refusal? NotPermitted(StepVerdict verdict, TEvent e, EventPlan<TEvent> plan, object? channel, int bytes, ViolationPolicy policy, in EventHistory<TState, TEvent> history)
    {
        var kind = verdict switch
        {
            StepVerdict.Inconclusive => ViolationKind.Inconclusive,
            StepVerdict.WouldDisable => ViolationKind.DisablesInput,
            StepVerdict.Faulted => ViolationKind.ModelFault,
            StepVerdict.Stopped => ViolationKind.Stopped,
            _ => plan.IsInternal ? ViolationKind.Ghost : ViolationKind.NotPermitted,
        };
        return NotPermitted(kind, e, plan.HasInputs ? $"{plan.CaseType.Name}(…)" : null, channel, bytes, policy, plan.CaseType.Name, happens: !plan.HasInputs, history);
    }

    /// <summary>Anything else that is not permitted.</summary>
    /// <param name="kind">Why not.</param>
    /// <param name="e">The event, if it is one.</param>
    /// <param name="text">What was attempted, or null for the text of the event.</param>
    /// <param name="channel">On what.</param>
    /// <param name="bytes">How many bytes are at stake.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="caseName">The event case, or empty.</param>
    /// <param name="happens">Whether it happens now, where it is only observed.</param>
    /// <param name="history">What happened before.</param>
    public Refusal? NotPermitted(ViolationKind kind, TEvent? e, string? text, object? channel, int bytes, ViolationPolicy policy, string caseName, bool happens, in EventHistory<TState, TEvent> history)
    {
        // Nothing follows what was let through undecided, so that a later refusal may be its mere consequence and is no verdict either.
        if (Divergence.IsUndecided && kind is (ViolationKind.NotPermitted or ViolationKind.Ghost or ViolationKind.DisablesInput or ViolationKind.Abstraction)) kind = ViolationKind.Inconclusive;
        var isNew = Divergence.Count(kind, caseName);
        var isLetThrough = policy is ViolationPolicy.Observe or ViolationPolicy.Off;
        var line = isLetThrough && happens ? AuditKind.Observed : AuditKind.Violation;
        announcements.NoteViolation(caseName, kind);
        if (isLetThrough) Divergence.Diverge(isDecided: kind != ViolationKind.Inconclusive);
        if (policy == ViolationPolicy.Off || (policy != ViolationPolicy.Enforce && !isNew))
        {
            trail.NotPermitted(line, e, text: null);
            return null;
        }

        var violation = describer.Describe(
            kind, ledger.Representative, e, text ?? EventText.Named(e!), TextOf(channel), bytes, ledger.Fault, ledger.Disabled, Divergence.First is null, policy, history);
        if (trail.NotPermitted(line, e, violation.ToString()) is { } place) violation = violation with { Recorded = place };
        if (kind != ViolationKind.Inconclusive) Divergence.First ??= violation;
        return new Refusal(violation, ledger.Fault, policy == ViolationPolicy.Enforce);
    }

    /// <summary>After a divergence, takes the state that an event fixes as the only one.</summary>
    public void AnchorAt(TEvent e, Func<TEvent, TState?> anchor)
    {
        if (!Divergence.IsDiverged || anchor(e) is not { } state) return;
        ledger.Anchor(state);
        if (Divergence.Anchor()) announcements.NoteAnchor(e);
        trail.RecordState(ledger);
    }

    /// <summary>The health of the monitor.</summary>
    public MonitorHealth Health(bool hasEnded)
    {
        var status = hasEnded ? MonitorStatus.Ended : ledger.IsStopped ? MonitorStatus.Stopped : Divergence.IsDiverged ? MonitorStatus.Diverged : MonitorStatus.Following;
        return new(status, Divergence.First, Divergence.Causes, trail.IsLost, trail.Sequence, ledger.PossibleStates, StateSize<TState>.Of(ledger.Representative));
    }

    private static string TextOf(object? channel) => channel switch
    {
        null => "",
        IPEndPoint to => $"udp to {to}",
        _ => channel.ToString() ?? "",
    };
}
