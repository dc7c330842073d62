using System.Diagnostics;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;

namespace Igloo.Monitoring;

/// <content>What comes in.</content>
public sealed partial class PermissionMonitor<TState, TEvent>
{
    /// <summary>An input has come. Its event is recorded before the program gets it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="actual">The event with the actual input.</param>
    /// <returns>Whether the program may get it. If not, the call goes on.</returns>
    public InputOutcome Deliver(in IoCall<TEvent> call, TEvent actual)
    {
        if (gate is null) return Record(call, actual);
        using var held = gate.Enter();
        return Record(call, actual);
    }

    internal InputOutcome Deliver<TCase>(in IoCall<TEvent> call, TCase actual, Action<TCase> accept)
        where TCase : class, TEvent
    {
        var isRecorded = false;
        return Deliver(call, actual, accept, ref isRecorded);
    }

    // Whoever asks learns from an exception whether the event was recorded: then it was the program that failed to take it over.
    internal InputOutcome Deliver<TCase>(in IoCall<TEvent> call, TCase actual, Action<TCase>? accept, ref bool isRecorded)
        where TCase : class, TEvent
    {
        if (gate is null) return Take(call, actual, accept, ref isRecorded);
        using var held = gate.Enter();
        return Take(call, actual, accept, ref isRecorded);
    }

    // Asking for an input is no event yet: nothing is recorded or announced where it is permitted.
    private IoCall<TEvent> BeginInput(EventPlan<TEvent> plan, TEvent probe, object? channel, int bytes)
    {
        Refusal? refusal = null;
        var policy = ViolationPolicy.Enforce;
        StepVerdict verdict;
        long operation;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: false);
            verdict = ledger.Reserve(probe, out operation);
            if (verdict != StepVerdict.Permitted) refusal = Refuse(verdict, probe, plan, channel, bytes, out policy);
        }

        if (verdict != StepVerdict.Permitted)
        {
            announcements.Say();
            return NotPermitted(refusal, policy, probe, plan);
        }

        Activity? span = null;
        try
        {
            span = MonitorInstruments.Begin(Name, plan.CaseType);
        }
        catch (Exception failure)
        {
            GoOnWithoutSpan(failure);
        }

        return new(operation, sequence: 0, probe, plan, span);
    }

    private InputOutcome Take<TCase>(in IoCall<TEvent> call, TCase actual, Action<TCase>? accept, ref bool isRecorded)
        where TCase : class, TEvent
    {
        var outcome = Record(call, actual);
        isRecorded = outcome == InputOutcome.Accepted;
        if (outcome == InputOutcome.Accepted) accept?.Invoke(actual);
        return outcome;
    }

    private InputOutcome Record(in IoCall<TEvent> call, TEvent actual)
    {
        var plan = call.Plan;
        Exception? fault = null;
        var isTyped = plan.EveryInputIsTyped || plan.IsWellTyped(actual, out fault);
        StepVerdict verdict;
        IOException? unrecorded = null;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: true);
            if (trail.IsOn) ledger.Remember();
            verdict = isTyped ? ledger.Complete(call.Operation, actual) : StepVerdict.Refused;
            if (verdict == StepVerdict.Permitted) unrecorded = Happened(AuditKind.Input, actual, call.Operation);
            else if (call.IsUnchecked) trail.NotPermitted(AuditKind.Observed, actual, text: null);
            if (isTyped) fault = verdict == StepVerdict.Stopped ? null : ledger.Fault;
            if (hasAnchors) AnchorAt(actual, verdict, unrecorded, isLetThrough: call.IsUnchecked);
        }

        Say(unrecorded);
        if (verdict == StepVerdict.Permitted || call.IsUnchecked)
        {
            EndSpan(call, "done");
            return InputOutcome.Accepted;
        }

        if (call.IsDropped) return InputOutcome.Dropped;
        Tell(isTyped || fault is not null
            ? new MonitorReport.ModelFault(Clock.GetUtcNow(), EventText.Short(actual), WhyHeldBack(verdict, fault), fault) { Component = Name }
            : new MonitorReport.IllTypedInput(Clock.GetUtcNow(), EventText.Short(actual)) { Component = Name });
        return isTyped || fault is not null ? InputOutcome.ModelFault : InputOutcome.IllTyped;
    }

    private static string WhyHeldBack(StepVerdict verdict, Exception? fault) =>
        verdict == StepVerdict.Stopped ? "the component has stopped, so nothing is permitted any more"
        : fault is null ? "its guard depends on the input, or another input took the permission"
        : "Next failed";
}
