using System.Diagnostics;
using System.Runtime.CompilerServices;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
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
/// permission: what would take it away is refused meanwhile, from up to three together. Where more are in flight, a further one is tried after each of them and any
/// other event before each; an input that finds no permission when it comes is held back, and reported (<see cref="MonitorReport.ModelFault"/>). An output in flight has an unknown outcome: meanwhile only what is
/// permitted either way is.
/// </para>
/// <para>
/// Without <see cref="LockWith"/> nothing is guaranteed about the program's own variables: threads that race on them are not detected until an event comes of it that is
/// not permitted. After <see cref="LockWith"/>, to be called before the first event, every event that a thread makes without holding the lock is an <see
/// cref="InvalidOperationException"/>, also when no other thread is active; and at each release the program's state must be one that the model may be in.
/// </para>
/// </remarks>
public sealed partial class PermissionMonitor<TState, TEvent> : IMonitorHealth, IDisposable
    where TState : class
    where TEvent : class
{
    // What every event needs comes first, and lies together.
    private readonly Ledger<TState, TEvent> ledger;
    private readonly AuditTrail<TState, TEvent> trail;
    private readonly Announcements<TState, TEvent> announcements;
    private readonly bool hasAnchors;
    private bool isDisposed;
    private MonitorLock<TState, TEvent>? gate;
    private EventPlan<TEvent>? lastPlan;
    private ShortLock bookkeeping;
    private EventHistory<TState, TEvent> history;
    private readonly EventPlans<TEvent> plans;
    private readonly MonitorOptions<TState, TEvent> options;
    private readonly Component<TState, TEvent> component;
    private readonly string model;
    private MonitorPolicies policies;
    private Judge<TState, TEvent>? judge;

    internal PermissionMonitor(Component<TState, TEvent> component, MonitorOptions<TState, TEvent> options, RecoveredState<TState>? recovered)
    {
        this.component = component;
        this.options = options;
        hasAnchors = options.Anchor is not null;
        Name = options.Name ?? component.GetType().Name;
        model = ModelIdentity.Of(component.GetType());
        plans = EventPlans<TEvent>.With(options.Samples);
        policies = PolicyRules.Fitting<TEvent>(options.Policy);
        var transitions = new Transitions<TState, TEvent>(component, options);
        ledger = new(transitions, recovered?.Known ?? Knowledge<TState>.Certain(component.Initial), options.MostOutcomes);
        trail = new(options.Audit, options.OnAuditFailure, options.Clock, model);
        announcements = new(Name, options, trail);
        history = new(options.HistoryLength, options.Clock);
        if (recovered is null) trail.Start(Name);
        else Resume(recovered);
        MonitorInstruments.Add(this);
    }

    /// <summary>The name in messages and logs.</summary>
    public string Name { get; }

    /// <summary>The first violation: the verdict where violations are only observed. Null while there is none.</summary>
    public PermissionViolation? FirstViolation => Volatile.Read(ref judge)?.Divergence.First;

    /// <summary>Some state that the observations allow: the state, where every internal event is reported and no outcome is unknown.</summary>
    public TState State => Locked(() => ledger.Representative);

    /// <summary>What happens to actions that are not permitted. Another one takes effect with the next event; operations in flight end as they began.</summary>
    /// <exception cref="ArgumentException">It names a case that there is not, or drops what must not be dropped.</exception>
    public MonitorPolicies Policies
    {
        get => Locked(() => policies);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            using (bookkeeping.Enter()) policies = PolicyRules.Fitting<TEvent>(value);
        }
    }

    /// <summary>Whether the monitor still knows what its program does, and how large its state is.</summary>
    public MonitorHealth Health => Locked(() => Judge.Health(isDisposed));

    /// <summary>The events as they are recorded, in their order. Observers are called with no lock held, by the thread of some event.</summary>
    /// <remarks>An observer that throws is taken out, and told as a <see cref="MonitorReport.ListenerFailure"/>: the event and the others are as without it.</remarks>
    public IObservable<MonitoredEvent<TEvent>> Events => announcements.Events;

    /// <summary>What the monitor tells its log. Observers are as those of <see cref="Events"/>.</summary>
    public IObservable<MonitorReport> Reports => announcements.Reports;

    // Made for the first action that is not permitted: of many monitors, few ever need one.
    private Judge<TState, TEvent> Judge => judge ?? MakeJudge();

    internal TimeProvider Clock => options.Clock;
    internal MonitorLock<TState, TEvent>? Gate => gate;

    internal bool LetsThrough(Type caseType) => policies.Of(caseType.Name) is ViolationPolicy.Observe or ViolationPolicy.Off;

    internal bool EnforcesBytes(Type sentCase) => policies.OfBytes(sentCase) == ViolationPolicy.Enforce;

    /// <summary>What is known of the model's state now, to be stored with the program's own and given to <see cref="PermissionMonitor.Resume"/>.</summary>
    /// <remarks>An output that is in flight has an unknown outcome in it.</remarks>
    public MonitorSnapshot Snapshot() => Locked(() => MonitorSnapshot.Of(model, trail.Sequence, ledger.Known, ledger.IsStopped));

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="InvalidOperationException">The event is no internal one, or an automatic one, or changes the state outside the monitor lock.</exception>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e)
    {
        var plan = PlanOf(e);
        plan.RequireReported();
        Refusal? refusal = null;
        IOException? unrecorded = null;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: true);
            if (trail.IsOn) ledger.Remember();
            var verdict = ledger.Perform(e);
            if (verdict == StepVerdict.Permitted) unrecorded = Happened(AuditKind.Internal, e);
            else refusal = Refuse(verdict, e, plan, channel: null, bytes: 0, out _);
            if (hasAnchors) AnchorAt(e, verdict, unrecorded, isLetThrough: LetsThrough(plan.CaseType));
        }

        Say(unrecorded);
        refusal?.Report(this);
    }

    /// <summary>Asks for permission to invoke an operation, before it is invoked.</summary>
    /// <param name="attempt">The event; its inputs are ignored.</param>
    /// <param name="channel">Where to, for messages.</param>
    /// <param name="bytes">How many bytes are at stake, for messages.</param>
    /// <returns>The call, to be ended by exactly one of the methods that take one.</returns>
    /// <exception cref="PermissionViolationException">It is not permitted. Nothing may be invoked.</exception>
    public IoCall<TEvent> Begin(TEvent attempt, object? channel = null, int bytes = 0) => Begin(PlanOf(attempt), attempt, channel, bytes);

    internal IoCall<TEvent> Begin(EventPlan<TEvent> plan, TEvent attempt, object? channel = null, int bytes = 0) =>
        plan.HasInputs ? BeginInput(plan, ProbeOf(plan, attempt), channel, bytes) : BeginOutput(plan, attempt, channel, bytes);

    private IoCall<TEvent> BeginOutput(EventPlan<TEvent> plan, TEvent attempt, object? channel, int bytes)
    {
        if (plan.IsInternal) throw new InvalidOperationException($"{EventText.Short(attempt)} is internal; report it by {nameof(Perform)}.");
        Refusal? refusal = null;
        IOException? unrecorded = null;
        var policy = ViolationPolicy.Enforce;
        StepVerdict verdict;
        long operation;
        long number;
        using (bookkeeping.Enter())
        {
            RequireUsable(isEvent: true);
            if (trail.IsOn) ledger.Remember();
            verdict = ledger.BeginOutput(attempt, plan.OnFailure, trail.Sequence + 1, out operation);
            if (verdict == StepVerdict.Permitted) unrecorded = Happened(AuditKind.Intent, attempt);
            else refusal = Refuse(verdict, attempt, plan, channel, bytes, out policy);
            number = trail.LastEvent;
            if (hasAnchors) AnchorAt(attempt, verdict, unrecorded, isLetThrough: LetsThrough(plan.CaseType));
        }

        Say(unrecorded);
        if (verdict != StepVerdict.Permitted) return NotPermitted(refusal, policy, attempt, plan);
        // Here and not in a method: what has a handler is not inlined.
        Activity? span = null;
        try
        {
            span = MonitorInstruments.Begin(Name, plan.CaseType);
        }
        catch (Exception failure)
        {
            GoOnWithoutSpan(failure);
        }

        return new(operation, number, attempt, plan, span);
    }

    private Refusal? Refuse(StepVerdict verdict, TEvent e, EventPlan<TEvent> plan, object? channel, int bytes, out ViolationPolicy policy)
    {
        policy = policies.Of(plan.CaseType.Name);
        return Judge.NotPermitted(verdict, e, plan, channel, bytes, policy, history);
    }

    private IoCall<TEvent> NotPermitted(Refusal? refusal, ViolationPolicy policy, TEvent probe, EventPlan<TEvent> plan)
    {
        refusal?.Report(this);
        return policy == ViolationPolicy.Drop ? IoCall<TEvent>.Drop(probe, plan) : IoCall<TEvent>.LetThrough(probe, plan);
    }

    private static TEvent ProbeOf(EventPlan<TEvent> plan, TEvent attempt)
    {
        if (plan.HasFixedProbe) return plan.Sample!;
        var probe = plan.WithSampleInputs(attempt);
        return plan.IsWellTyped(probe)
            ? probe
            : throw new InvalidOperationException($"The sample {EventText.Short(probe)} is not well typed; set Samples in the options.");
    }

    /// <summary>An output has been made.</summary>
    /// <param name="call">The call.</param>
    public void Succeed(in IoCall<TEvent> call)
    {
        EndSpan(call, "done");
        if (call.IsUnchecked || call.IsDropped || (call.Operation == Ledger<TState, TEvent>.Decided && !trail.IsOn)) return;
        using (bookkeeping.Enter())
        {
            ledger.Succeed(call.Operation);
            if (!isDisposed) trail.Outcome(AuditKind.Done, call.Sequence);
        }

        announcements.Say();
    }

    /// <summary>An operation has failed: the contract of the operation tells whether its event has happened.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isCertainlyUnsent">Whether it is certain that nothing left: then an output whose contract is unknown has not happened.</param>
    /// <remarks>An operation with inputs that fails and is not to be kept stops the component: its event has no input to go on with.</remarks>
    public void Fail(in IoCall<TEvent> call, bool isCertainlyUnsent = false)
    {
        EndSpan(call, "failed");
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

        announcements.Say();
    }

    /// <summary>No input came, for instance because the wait was cancelled: no event, and the permission is back.</summary>
    /// <param name="call">The call.</param>
    public void Abandon(in IoCall<TEvent> call)
    {
        EndSpan(call, "abandoned");
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
            announcements.NoteEnd();
        }

        MonitorInstruments.Remove(this);
        announcements.SayEnd();
    }

    /// <summary>Makes every event happen inside a lock that ties the program's state to the model's.</summary>
    /// <param name="abstraction">The model state that the program's state stands for. Called inside the lock.</param>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public MonitorLock<TState, TEvent> LockWith(Func<TState> abstraction)
    {
        ArgumentNullException.ThrowIfNull(abstraction);
        var created = new MonitorLock<TState, TEvent>(this, abstraction);
        if (Interlocked.CompareExchange(ref gate, created, null) is not null) throw new InvalidOperationException(Advice.SecondLock(Name));
        return created;
    }

    internal void RequireAcceptance(bool isGiven)
    {
        if (gate is not null && !isGiven) throw new InvalidOperationException(Advice.WithoutAcceptance(Name));
    }

    internal void Tell(MonitorReport report) => announcements.Tell(report);
    internal IDisposable KeepSilent() => announcements.KeepSilent();
    internal EventPlan<TEvent>? FindPlan(Type caseType, ref EventPlan<TEvent>? last) => plans.Find(caseType, ref last);
    internal IEnumerable<EventPlan<TEvent>> Plans => plans.All;

    /// <exception cref="ArgumentException">The event is none of the component.</exception>
    internal EventPlan<TEvent> PlanOf(TEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return lastPlan is { } last && last.Suits(e) ? last : FindPlan(e.GetType(), ref lastPlan) ?? throw new ArgumentException($"{e.GetType()} is no event case of {Name}.", nameof(e));
    }

    /// <summary>Whether every state that the observations allow may be this one; if not, that is a violation.</summary>
    internal void RequireState(TState program) =>
        NotPermitted(() => ledger.Known.Worlds.All(w => w.States.Contains(program)), ViolationKind.Abstraction, $"release with {program}", channel: null, bytes: 0);

    /// <summary>Refuses what is no event, by the stricter policy of that and of the channel's events; says whether it is made all the same.</summary>
    internal bool RefuseBytes(string text, object? channel, int bytes, Type? sentCase = null) => NotPermitted(() => false, ViolationKind.NoEvent, text, channel, bytes, sentCase) != ViolationPolicy.Drop;

    private ViolationPolicy NotPermitted(Func<bool> isPermitted, ViolationKind kind, string text, object? channel, int bytes, Type? sentCase = null)
    {
        Refusal? refusal;
        ViolationPolicy policy;
        using (bookkeeping.Enter())
        {
            policy = policies.OfBytes(sentCase);
            refusal = isPermitted() ? null : Judge.NotPermitted(kind, null, text, channel, bytes, policy, caseName: "", happens: false, history);
        }

        announcements.Say();
        refusal?.Report(this);
        return policy;
    }

    private void RequireUsable(bool isEvent)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isEvent && gate is { IsHeld: false }) throw new InvalidOperationException(Advice.OutsideLock(Name));
    }

    // An event that cannot be recorded has not happened; that is said once the lock is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private IOException? Happened(AuditKind kind, TEvent e, long input = 0)
    {
        if (trail.Record(kind, e, ledger) is { } unrecorded)
        {
            ledger.Restore(input);
            return unrecorded;
        }

        history.Add(trail.LastEvent, e, ledger.Representative);
        announcements.Note(kind, e, ledger.Representative);
        return null;
    }

    // An event that was refused or could not be recorded has not happened, and fixes nothing.
    private void AnchorAt(TEvent e, StepVerdict verdict, IOException? unrecorded, bool isLetThrough)
    {
        if (verdict == StepVerdict.Permitted ? unrecorded is null : isLetThrough) Judge.AnchorAt(e, options.Anchor!);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Say(IOException? unrecorded)
    {
        announcements.Say();
        if (unrecorded is not null) Throw(unrecorded);
    }

    private Judge<TState, TEvent> MakeJudge()
    {
        var made = new Judge<TState, TEvent>(announcements, ledger, new(component, Name), trail);
        Volatile.Write(ref judge, made);
        return made;
    }

    private static void Throw(IOException unrecorded) => throw new IOException(unrecorded.Message, unrecorded);

    private T Locked<T>(Func<T> read)
    {
        using (bookkeeping.Enter()) return read();
    }

    // The state before the recovery is recorded first, so that a log is a trace across the restart.
    private void Resume(RecoveredState<TState> recovered)
    {
        trail.Resume(recovered.Sequence, ledger);
        if (recovered.Recovery is not TEvent recovery) return;
        ledger.Perform(recovery);
        Say(Happened(AuditKind.Internal, recovery));
    }
}
