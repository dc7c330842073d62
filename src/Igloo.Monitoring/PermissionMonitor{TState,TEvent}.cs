using System.Net;
using System.Net.Sockets;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;

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
public sealed class PermissionMonitor<TState, TEvent> : IMonitorHealth, IDisposable
    where TState : class
    where TEvent : class
{
    // How often the size of the state is looked at, in events: a power of two.
    private const long SizePeriod = 1_024;
    private readonly ShortLock bookkeeping = new();
    private readonly MonitorOptions<TState, TEvent> options;
    private readonly Dictionary<Type, EventPlan<TEvent>> plans;
    private readonly Ledger<TState, TEvent> ledger;
    private readonly AuditTrail<TState, TEvent> trail;
    private readonly EventHistory<TState, TEvent> history;
    private readonly Judge<TState, TEvent> judge;
    private readonly StateGrowth<TState> growth = new();
    private readonly Broadcast<MonitoredEvent<TEvent>> events = new();
    private readonly Broadcast<MonitorReport> reports = new();
    private readonly string model;
    private EventPlan<TEvent>? lastPlan;
    private MonitorPolicies policies;
    private TEvent? anchored;
    private bool isDisposed;
    private MonitorLock<TState, TEvent>? gate;

    internal PermissionMonitor(Component<TState, TEvent> component, MonitorOptions<TState, TEvent> options, RecoveredState<TState>? recovered)
    {
        this.options = options;
        Name = options.Name ?? component.GetType().Name;
        model = ModelIdentity.Of(component.GetType());
        plans = EventPlan<TEvent>.All(options.Samples);
        if (plans.Values.FirstOrDefault(p => p.HasInputs && p.Sample is null) is { } plan)
        {
            throw new ArgumentException($"No sample input can be made for {plan.Signature.CaseType.Name}; set {nameof(options.Samples)} in the options.", nameof(options));
        }

        policies = PolicyTable.Apply(options.Policy, plans.Values);
        var transitions = new Transitions<TState, TEvent>(component, options.Automatic, options.HiddenSteps, options.LargestClosure);
        ledger = new(transitions, recovered?.Known ?? Knowledge<TState>.Certain(component.Initial), options.MostOutcomes);
        trail = new(options.Audit, options.OnAuditFailure, options.Clock, model);
        history = new(options.HistoryLength, options.Clock);
        judge = new(Name, ledger, new(component, Name, history), trail);
        if (recovered is null) trail.Start(Name);
        else trail.Resume(recovered.Sequence, ledger);
        MonitorInstruments.Add(this);
    }

    /// <summary>The name in messages and logs.</summary>
    public string Name { get; }

    /// <summary>The first violation: the verdict where violations are only observed. Null while there is none.</summary>
    public PermissionViolation? FirstViolation => judge.Divergence.First;

    /// <summary>Some state that the observations allow: the state, where every internal event is reported and no outcome is unknown.</summary>
    public TState State
    {
        get
        {
            using (bookkeeping.Enter()) return ledger.Representative;
        }
    }

    /// <summary>What happens to actions that are not permitted. Another one takes effect with the next event; operations in flight end as they began.</summary>
    /// <exception cref="ArgumentException">It names a case that there is not, or drops what must not be dropped.</exception>
    public MonitorPolicies Policies
    {
        get
        {
            using (bookkeeping.Enter()) return policies;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            using (bookkeeping.Enter()) policies = PolicyTable.Apply(value, plans.Values);
        }
    }

    /// <summary>Whether the monitor still knows what its program does, and how large its state is.</summary>
    public MonitorHealth Health
    {
        get
        {
            using (bookkeeping.Enter())
            {
                var status = isDisposed ? MonitorStatus.Ended : ledger.IsStopped ? MonitorStatus.Stopped : judge.Divergence.IsDiverged ? MonitorStatus.Diverged : MonitorStatus.Following;
                return new(status, FirstViolation, judge.Divergence.Causes, trail.IsLost, trail.Sequence, ledger.PossibleStates, StateSize<TState>.Of(ledger.Representative));
            }
        }
    }

    /// <summary>The events as they are recorded, in their order. Observers are called with no lock held, by the thread of some event.</summary>
    public IObservable<MonitoredEvent<TEvent>> Events => events;

    /// <summary>What the monitor tells its log.</summary>
    public IObservable<MonitorReport> Reports => reports;

    internal TimeProvider Clock => options.Clock;

    /// <summary>What is known of the model's state now, to be stored with the program's own and given to <see cref="PermissionMonitor.Resume"/>.</summary>
    /// <remarks>An output that is in flight has an unknown outcome in it.</remarks>
    public MonitorSnapshot Snapshot()
    {
        using (bookkeeping.Enter()) return MonitorSnapshot.Of(model, trail.Sequence, ledger.Known, ledger.IsStopped);
    }

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="InvalidOperationException">The event is no internal one, or changes the state outside the monitor lock.</exception>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e)
    {
        var plan = PlanOf(e);
        if (!plan.IsInternal) throw new InvalidOperationException($"{EventText.Short(e)} is an I/O event; it is performed by its operation.");
        Refusal? refusal = null;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: true);
            if (trail.IsOn) ledger.Remember();
            var verdict = ledger.Perform(e);
            if (verdict == StepVerdict.Permitted) Happened(AuditKind.Internal, e);
            else refusal = judge.NotPermitted(verdict, e, plan, channel: null, bytes: 0);
            AnchorAt(e);
        }

        Leave(refusal);
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
        Refusal? refusal;
        ViolationPolicy policy;
        IoCall<TEvent> call = default;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: !plan.HasInputs);
            if (trail.IsOn) ledger.Remember();
            var verdict = plan.HasInputs ? ledger.Reserve(probe, out var operation) : ledger.BeginOutput(probe, plan.OnFailure, trail.Sequence + 1, out operation);
            if (verdict == StepVerdict.Permitted)
            {
                if (!plan.HasInputs) Happened(AuditKind.Intent, probe);
                call = new(operation, trail.Sequence, probe, plan, MonitorInstruments.Begin(Name, plan.CaseType.Name));
                (refusal, policy) = (null, ViolationPolicy.Enforce);
            }
            else
            {
                policy = plan.Policy;
                refusal = judge.NotPermitted(verdict, plan.HasInputs ? probe : attempt, plan, channel, bytes);
            }

            if (!plan.HasInputs) AnchorAt(probe);
        }

        Leave(refusal);
        if (call.Plan is not null) return call;
        return policy == ViolationPolicy.Drop ? IoCall<TEvent>.Drop(probe, plan) : IoCall<TEvent>.LetThrough(probe, plan);
    }

    /// <summary>An output has been made.</summary>
    /// <param name="call">The call.</param>
    public void Succeed(in IoCall<TEvent> call)
    {
        MonitorInstruments.End(call.Span, "done");
        if (call.IsUnchecked || call.IsDropped || (call.Operation == Ledger<TState, TEvent>.Decided && !trail.IsOn)) return;
        using (bookkeeping.Enter())
        {
            ledger.Succeed(call.Operation);
            if (!isDisposed) trail.Outcome(AuditKind.Done, call.Sequence);
        }

        Leave(refusal: null);
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
            if (trail.IsOn) ledger.Remember();
            verdict = isTyped ? ledger.Complete(call.Operation, actual) : StepVerdict.Refused;
            if (verdict == StepVerdict.Permitted) Happened(AuditKind.Input, actual, call.Operation);
            else if (call.IsUnchecked) trail.NotPermitted(AuditKind.Observed, actual, text: null);
            if (isTyped) fault = ledger.Fault;
            if (verdict == StepVerdict.Permitted || call.IsUnchecked) AnchorAt(actual);
        }

        Leave(refusal: null);
        if (verdict == StepVerdict.Permitted || call.IsUnchecked)
        {
            MonitorInstruments.End(call.Span, "done");
            return InputOutcome.Accepted;
        }

        if (call.IsDropped) return InputOutcome.Dropped;
        Tell(isTyped || fault is not null
            ? new MonitorReport.ModelFault(Clock.GetUtcNow(), EventText.Short(actual), fault is null ? "its guard depends on the input, or another input took the permission" : "Next failed", fault)
            : new MonitorReport.IllTypedInput(Clock.GetUtcNow(), EventText.Short(actual)));
        return isTyped || fault is not null ? InputOutcome.ModelFault : InputOutcome.IllTyped;
    }

    /// <summary>An operation has failed: the contract of the operation tells whether its event has happened.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isCertainlyUnsent">Whether it is certain that nothing left: then an output whose contract is unknown has not happened.</param>
    /// <remarks>An operation with inputs that fails and is not to be kept stops the component: its event has no input to go on with.</remarks>
    public void Fail(in IoCall<TEvent> call, bool isCertainlyUnsent = false)
    {
        MonitorInstruments.End(call.Span, "failed");
        if (call.IsUnchecked || call.IsDropped) return;
        var contract = call.Plan.OnFailure == FailureContract.Unknown && isCertainlyUnsent ? FailureContract.Keep : call.Plan.OnFailure;
        using (bookkeeping.Enter())
        {
            if (call.Plan.HasInputs)
            {
                ledger.Release(call.Operation);
                if (contract != FailureContract.Keep) ledger.Stop();
                return;
            }

            ledger.Fail(call.Operation, contract);
            if (!isDisposed) trail.Outcome(contract switch { FailureContract.Keep => AuditKind.Failed, FailureContract.Lost => AuditKind.Done, _ => AuditKind.Unknown }, call.Sequence);
        }

        Leave(refusal: null);
    }

    /// <summary>No input came, for instance because the wait was cancelled: no event, and the permission is back.</summary>
    /// <param name="call">The call.</param>
    public void Abandon(in IoCall<TEvent> call)
    {
        MonitorInstruments.End(call.Span, "abandoned");
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
            trail.Stop();
            events.PostEnd();
            reports.PostEnd();
        }

        Leave(refusal: null);
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

    internal void Tell(MonitorReport report)
    {
        MonitorInstruments.CountReport(Name, report.GetType().Name);
        options.Log?.Invoke(report);
        if (!reports.IsHeard) return;
        reports.Post(report);
        reports.Deliver();
    }

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
                refusal = judge.NotPermitted(ViolationKind.Abstraction, null, $"release with {program}", channel: null, bytes: 0, policies.Default, caseName: "", happens: false);
            }
        }

        Leave(refusal);
    }

    /// <summary>Refuses an action that is no event at all.</summary>
    /// <returns>Whether it is to be made all the same.</returns>
    internal bool RefuseBytes(string text, object? channel, int bytes)
    {
        Refusal? refusal;
        ViolationPolicy policy;
        using (bookkeeping.Enter())
        {
            policy = policies.Default;
            refusal = judge.NotPermitted(ViolationKind.NoEvent, null, text, channel, bytes, policy, caseName: "", happens: false);
        }

        Leave(refusal);
        return policy != ViolationPolicy.Drop;
    }

    // Asking for an input is no event yet: it happens when the input comes.
    private void RequireUsable(bool isEvent)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isEvent && gate is { IsHeld: false }) throw new InvalidOperationException($"{Name} has a monitor lock, and an event happened outside it.");
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

    private void Happened(AuditKind kind, TEvent e, long input = 0)
    {
        try
        {
            trail.Happened(kind, e, ledger);
        }
        catch (IOException)
        {
            ledger.Restore(input);
            throw;
        }

        history.Add(trail.Sequence, e, ledger.Representative);
        if (events.IsHeard) events.Post(new(trail.Sequence, Clock.GetUtcNow(), kind, e));
        if (MonitorInstruments.IsCounting) MonitorInstruments.CountEvent(Name, e.GetType().Name);
    }

    private void AnchorAt(TEvent e)
    {
        if (!judge.Divergence.IsDiverged || options.Anchor?.Invoke(e) is not { } state) return;
        ledger.Anchor(state);
        if (judge.Divergence.Anchor()) anchored = e;
        trail.RecordState(ledger);
    }

    // What is said to others is said with no lock held.
    private void Leave(Refusal? refusal)
    {
        if (events.IsHeard) events.Deliver();
        if (trail.TakeReport() is { } failure) Tell(failure);
        if ((trail.Sequence & (SizePeriod - 1)) == 0 && growth.Look(State) is { } field) Tell(new MonitorReport.GrowingState(Clock.GetUtcNow(), field.Field, field.Size));
        if (anchored is not null && Interlocked.Exchange(ref anchored, null) is { } e) Tell(new MonitorReport.Anchored(Clock.GetUtcNow(), EventText.Short(e)));
        refusal?.Report(this);
    }
}
