using System.Net;
using System.Net.Sockets;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring;

/// <summary>
/// The model's state behind a running component. Every I/O operation asks for permission before it is invoked; every internal event
/// is reported.
/// </summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// <para>
/// Safe for use by several threads, with or without <see cref="LockWith"/>. Each event is judged and recorded in one step, so the events
/// in the order of their numbers are a trace of the component, whichever threads they come from. That is the order of the permissions: two
/// sends at once may leave in the other order. No lock is held while an operation is in flight. An input in flight reserves its
/// permission: what would take it away is refused meanwhile. An output in flight has an unknown outcome: meanwhile only what is
/// permitted either way is.
/// </para>
/// <para>
/// Without <see cref="LockWith"/> nothing is guaranteed about the program's own variables: threads that race on them are not detected
/// until an event comes of it that is not permitted. After <see cref="LockWith"/>, to be called before the first event, every event that
/// a thread makes without holding the lock is an <see cref="InvalidOperationException"/>, also when no other thread is active; and at
/// each release the program's state must be one that the model may be in.
/// </para>
/// </remarks>
public sealed class PermissionMonitor<TState, TEvent> : IDisposable
    where TState : class
    where TEvent : class
{
    private readonly ShortLock bookkeeping = new();
    private readonly MonitorOptions<TState, TEvent> options;
    private readonly Dictionary<Type, EventPlan<TEvent>> plans;
    private readonly Ledger<TState, TEvent> ledger;
    private readonly EventHistory<TState, TEvent> history;
    private readonly ViolationDescriber<TState, TEvent> describer;
    private long sequence;
    private EventPlan<TEvent>? lastPlan;
    private bool isDisposed;
    private MonitorLock<TState, TEvent>? gate;

    internal PermissionMonitor(Component<TState, TEvent> component, MonitorOptions<TState, TEvent> options)
    {
        this.options = options;
        Name = options.Name ?? component.GetType().Name;
        plans = EventPlan<TEvent>.All(options.Samples);
        if (plans.Values.FirstOrDefault(p => p.HasInputs && p.Sample is null) is { } plan)
        {
            throw new ArgumentException($"No sample input can be made for {plan.Signature.CaseType.Name}; set {nameof(options.Samples)} in the options.", nameof(options));
        }

        ledger = new(new Transitions<TState, TEvent>(component, options.Automatic, options.HiddenSteps, options.LargestClosure), component.Initial, options.MostOutcomes);
        history = new(options.HistoryLength, options.Clock);
        describer = new(component, Name, options.Policy, history);
        options.Audit?.Record(new(0, options.Clock.GetUtcNow(), AuditKind.Start, Text: $"{Name}: {ModelIdentity.Of(component.GetType())}"));
    }

    /// <summary>The name in messages and logs.</summary>
    public string Name { get; }

    /// <summary>The first violation: the verdict where violations are only observed. Null while there is none.</summary>
    public PermissionViolation? FirstViolation { get; private set; }

    /// <summary>Some state that the observations allow: the state, where every internal event is reported and no outcome is unknown.</summary>
    public TState State
    {
        get
        {
            using (bookkeeping.Enter()) return ledger.Representative;
        }
    }

    internal TimeProvider Clock => options.Clock;

    internal bool IsEnforcing => options.Policy == ViolationPolicy.Enforce;

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="InvalidOperationException">The event is no internal one, or changes the state outside the monitor lock.</exception>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e)
    {
        var plan = PlanOf(e);
        if (!plan.IsInternal) throw new InvalidOperationException($"{EventText.Short(e)} is an I/O event; it is performed by its operation.");
        Refusal? refusal;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: true);
            var verdict = ledger.Perform(e);
            refusal = verdict == StepVerdict.Permitted ? null : Refused(verdict, e, plan, channel: null, bytes: 0);
            if (refusal is null) Happened(AuditKind.Internal, e);
        }

        refusal?.Report(this);
    }

    /// <summary>Asks for permission to invoke an operation, before it is invoked.</summary>
    /// <param name="attempt">The event; its inputs are ignored.</param>
    /// <param name="channel">Where to, for messages.</param>
    /// <param name="bytes">How many bytes are at stake, for messages.</param>
    /// <returns>The call, to be ended by exactly one of the methods that take one.</returns>
    /// <exception cref="PermissionViolationException">It is not permitted. Nothing may be invoked.</exception>
    public IoCall<TEvent> Begin(TEvent attempt, object? channel = null, int bytes = 0) => Begin(PlanOf(attempt), attempt, channel, bytes);

    internal IoCall<TEvent> Begin(EventPlan<TEvent> plan, TEvent attempt, object? channel = null, int bytes = 0)
    {
        if (plan.IsInternal) throw new InvalidOperationException($"{EventText.Short(attempt)} is internal; report it by {nameof(Perform)}.");
        var probe = plan.HasInputs ? plan.WithSampleInputs(attempt) : attempt;
        if (plan is { HasInputs: true, EveryInputIsTyped: false } && !plan.IsWellTyped(probe)) throw new InvalidOperationException($"The sample {EventText.Short(probe)} is not well typed; set {nameof(options.Samples)} in the options.");
        Refusal refusal;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: !plan.HasInputs);
            var verdict = plan.HasInputs ? ledger.Reserve(probe, out var operation) : ledger.BeginOutput(probe, plan.OnFailure, out operation);
            if (verdict == StepVerdict.Permitted)
            {
                if (!plan.HasInputs) Happened(AuditKind.Intent, probe);
                return new(operation, sequence, probe, plan);
            }

            refusal = Refused(verdict, plan.HasInputs ? probe : attempt, plan, channel, bytes);
        }

        refusal.Report(this);
        return new(operation: 0, sequence: 0, probe, plan);
    }

    /// <summary>An output has been made.</summary>
    /// <param name="call">The call.</param>
    public void Succeed(in IoCall<TEvent> call)
    {
        if (call.IsUnchecked || (call.Operation == Ledger<TState, TEvent>.Decided && options.Audit is null)) return;
        using (bookkeeping.Enter())
        {
            ledger.Succeed(call.Operation);
            if (options.Audit is not null && !isDisposed) Outcome(AuditKind.Done, call);
        }
    }

    /// <summary>An input has come. Its event is recorded before the program gets it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="actual">The event with the actual input.</param>
    /// <returns>Whether the program may get it. If not, the call goes on.</returns>
    public InputOutcome Deliver(in IoCall<TEvent> call, TEvent actual) => Deliver<TEvent>(call, actual, accept: null);

    internal InputOutcome Deliver<TCase>(in IoCall<TEvent> call, TCase actual, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        if (gate is null)
        {
            var outcome = Record(call, actual);
            if (outcome == InputOutcome.Accepted) accept?.Invoke(actual);
            return outcome;
        }

        using var held = gate.Enter();
        var gated = Record(call, actual);
        if (gated == InputOutcome.Accepted) accept?.Invoke(actual);
        return gated;
    }

    private InputOutcome Record(in IoCall<TEvent> call, TEvent actual)
    {
        var plan = call.Plan;
        var isTyped = IsWellTyped(plan, actual, out var fault);
        StepVerdict verdict;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: true);
            verdict = isTyped ? ledger.Complete(call.Operation, actual) : StepVerdict.Refused;
            if (verdict == StepVerdict.Permitted) Happened(AuditKind.Input, actual);
            if (isTyped) fault = ledger.Fault;
        }

        if (verdict == StepVerdict.Permitted || call.IsUnchecked) return InputOutcome.Accepted;
        Tell(isTyped || fault is not null
            ? new MonitorReport.ModelFault(Clock.GetUtcNow(), EventText.Short(actual), fault is null ? "its guard depends on the input, or another input took the permission" : "Next failed", fault)
            : new MonitorReport.IllTypedInput(Clock.GetUtcNow(), EventText.Short(actual)));
        return isTyped || fault is not null ? InputOutcome.ModelFault : InputOutcome.IllTyped;
    }

    /// <summary>An operation has failed: the contract of the operation tells whether its event has happened.</summary>
    /// <param name="call">The call.</param>
    /// <remarks>An operation with inputs that fails and is not to be kept stops the component: its event has no input to go on with.</remarks>
    public void Fail(in IoCall<TEvent> call)
    {
        if (call.IsUnchecked) return;
        var contract = call.Plan.OnFailure;
        using (bookkeeping.Enter())
        {
            if (call.Plan.HasInputs)
            {
                ledger.Release(call.Operation);
                if (contract != FailureContract.Keep) ledger.Stop();
                return;
            }

            ledger.Fail(call.Operation, contract);
            if (options.Audit is null || isDisposed) return;
            Outcome(contract switch { FailureContract.Keep => AuditKind.Failed, FailureContract.Lost => AuditKind.Done, _ => AuditKind.Unknown }, call);
        }
    }

    /// <summary>No input came, for instance because the wait was cancelled: no event, and the permission is back.</summary>
    /// <param name="call">The call.</param>
    public void Abandon(in IoCall<TEvent> call)
    {
        using (bookkeeping.Enter()) ledger.Release(call.Operation);
    }

    /// <summary>Ends all permissions: from now on nothing is permitted.</summary>
    public void Stop()
    {
        using (bookkeeping.Enter()) ledger.Stop();
    }

    /// <summary>Ends the monitor. Later calls fail with <see cref="ObjectDisposedException"/>; operations in flight may still end.</summary>
    public void Dispose()
    {
        using (bookkeeping.Enter())
        {
            if (isDisposed) return;
            isDisposed = true;
            options.Audit?.Record(new(++sequence, Clock.GetUtcNow(), AuditKind.Stop));
        }
    }

    /// <summary>Makes every event happen inside a lock that ties the program's state to the model's.</summary>
    /// <param name="abstraction">The model state that the program's state stands for. Called inside the lock.</param>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public MonitorLock<TState, TEvent> LockWith(Func<TState> abstraction)
    {
        ArgumentNullException.ThrowIfNull(abstraction);
        var created = new MonitorLock<TState, TEvent>(this, abstraction);
        if (Interlocked.CompareExchange(ref gate, created, null) is not null) throw new InvalidOperationException($"{Name} has a monitor lock already.");
        return created;
    }

    /// <summary>The component over a UDP socket, in terms of events.</summary>
    /// <param name="client">The socket, bound.</param>
    /// <param name="codec">Between events and datagrams.</param>
    public MonitoredUdp<TState, TEvent> Over(UdpClient client, IDatagramCodec<TEvent> codec)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(codec);
        return new(this, client, codec);
    }

    /// <summary>The component over a UDP socket, for a program that deals in bytes.</summary>
    /// <param name="client">The socket, bound.</param>
    /// <param name="observer">Reads events off datagrams.</param>
    /// <exception cref="ArgumentException">The component has not exactly one event case that only receives.</exception>
    public MonitoredUdpClient<TState, TEvent> Wrap(UdpClient client, IDatagramObserver<TEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(observer);
        return new(this, client, observer);
    }

    /// <summary>The plan of a case. Mostly it is the one that the same caller asked for last, which is found without hashing.</summary>
    internal EventPlan<TEvent>? FindPlan(Type caseType, ref EventPlan<TEvent>? last)
    {
        if (last is { } found && found.CaseType == caseType) return found;
        return plans.TryGetValue(caseType, out var plan) ? last = plan : null;
    }

    internal void RequireAcceptance(bool isGiven)
    {
        if (gate is not null && !isGiven) throw new InvalidOperationException($"{Name} has a monitor lock: receive with an action that takes the message over inside it.");
    }

    internal void Tell(MonitorReport report) => options.Log?.Invoke(report);

    internal EventPlan<TEvent> PlanOf(TEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return FindPlan(e.GetType(), ref lastPlan) ?? throw new ArgumentException($"{e.GetType()} is no event case of {Name}.", nameof(e));
    }

    internal IEnumerable<EventPlan<TEvent>> Plans => plans.Values;

    /// <summary>Whether some state that the observations allow is this one; if not, that is a violation.</summary>
    internal void RequireState(TState program)
    {
        Refusal? refusal = null;
        using (bookkeeping.Enter())
        {
            if (!ledger.Known.Worlds.All(w => w.States.Contains(program)))
            {
                refusal = Describe(ViolationKind.Abstraction, null, $"release with {program}", channel: null, bytes: 0, fault: null);
            }
        }

        refusal?.Report(this);
    }

    /// <summary>Refuses an action that is no event at all.</summary>
    internal void RefuseBytes(string text, object? channel, int bytes)
    {
        Refusal refusal;
        using (bookkeeping.Enter()) refusal = Describe(ViolationKind.NoEvent, null, text, channel, bytes, fault: null);
        refusal.Report(this);
    }

    // Asking for an input is no event yet: it happens when the input comes.
    private void RequireUsable(bool isEvent)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isEvent && gate is { IsHeld: false }) throw new InvalidOperationException($"{Name} has a monitor lock, and an event happened outside it.");
    }

    private Refusal Refused(StepVerdict verdict, TEvent e, EventPlan<TEvent> plan, object? channel, int bytes)
    {
        var kind = verdict switch
        {
            StepVerdict.Inconclusive => ViolationKind.Inconclusive,
            StepVerdict.WouldDisable => ViolationKind.DisablesInput,
            StepVerdict.Faulted => ViolationKind.ModelFault,
            StepVerdict.Stopped => ViolationKind.Stopped,
            _ => plan.IsInternal ? ViolationKind.Ghost : ViolationKind.NotPermitted,
        };
        return Describe(kind, e, plan.HasInputs ? $"{plan.Signature.CaseType.Name}(…)" : EventText.Named(e), channel, bytes, ledger.Fault);
    }

    private Refusal Describe(ViolationKind kind, TEvent? e, string text, object? channel, int bytes, Exception? fault)
    {
        var isFirst = FirstViolation is null;
        var violation = describer.Describe(kind, ledger.Representative, e, text, ChannelText(channel), bytes, fault, ledger.Disabled, isFirst);
        if (kind != ViolationKind.Inconclusive) FirstViolation ??= violation;
        options.Audit?.Record(new(++sequence, Clock.GetUtcNow(), AuditKind.Violation, e, Text: violation.ToString()));
        return new Refusal(violation, fault, options.Policy == ViolationPolicy.Enforce);
    }

    private static bool IsWellTyped(EventPlan<TEvent> plan, TEvent actual, out Exception? fault)
    {
        fault = null;
        if (plan.EveryInputIsTyped) return true;
        try
        {
            return plan.IsWellTyped(actual);
        }
        catch (Exception failure)
        {
            fault = failure;
            return false;
        }
    }

    private void Happened(AuditKind kind, TEvent e)
    {
        sequence++;
        history.Add(sequence, e, ledger.Representative);
        options.Audit?.Record(new(sequence, Clock.GetUtcNow(), kind, e));
    }

    private static string ChannelText(object? channel) => channel switch
    {
        null => "",
        IPEndPoint to => $"udp to {to}",
        _ => channel.ToString() ?? "",
    };

    private void Outcome(AuditKind kind, in IoCall<TEvent> call) =>
        options.Audit!.Record(new(++sequence, Clock.GetUtcNow(), kind, Intent: call.Sequence));
}
