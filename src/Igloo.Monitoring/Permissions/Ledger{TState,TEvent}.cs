using System.Runtime.CompilerServices;
using Igloo.Components;

namespace Igloo.Monitoring.Permissions;

/// <summary>
/// The permissions of a component: what is known of its state, which inputs are in flight and which outcomes are unknown. Without
/// locks, clocks or logs; one thread at a time.
/// </summary>
/// <param name="transitions">The steps.</param>
/// <param name="initial">What is known at the start, without assumptions.</param>
/// <param name="mostOutcomes">How many combinations of unknown outcomes are followed before the component stops.</param>
internal sealed class Ledger<TState, TEvent>(Transitions<TState, TEvent> transitions, Knowledge<TState> initial, int mostOutcomes)
    where TState : class
    where TEvent : class
{
    private const int MostTriedTogether = 3;

    private readonly List<Reservation<TState, TEvent>> inputs = [];

    // Steps need no more than the component, where one state is known and no event is hidden.
    private readonly Component<TState, TEvent>? plain = transitions.HidesEvents ? null : transitions.Component;
    private Knowledge<TState> known = transitions.Closed(initial);
    private long reservations;

    // The common case of an outcome that is not known yet, kept without allocation: one output in flight from one certain state.
    private long onlyOutput;
    private TState? beforeOnlyOutput;

    // The last one, perhaps over: the next input is mostly the same operation in the same state, and then permitted as well.
    private Reservation<TState, TEvent>? last;
    private int inFlight;

    // Only where events are recorded, which may fail.
    private Remembrance? remembered;

    public bool IsStopped { get; private set; }

    /// <summary>The exception of the model in the last refused step, if there was one.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The input in flight that the last refused event would have disabled.</summary>
    public TEvent? Disabled { get; private set; }

    public Knowledge<TState> Known
    {
        get
        {
            Settle();
            return known;
        }
    }

    public TState Representative => known.Representative;

    /// <summary>How many states are possible, over all unknown outcomes.</summary>
    public int PossibleStates => known.IsCertain(out _) ? (onlyOutput == 0 ? 1 : 2) : known.Worlds.SelectMany(w => w.States).Distinct().Count();

    /// <summary>An internal event: happens at once.</summary>
    public StepVerdict Perform(TEvent e)
    {
        Settle();
        var verdict = Check(e, out var after);
        if (verdict == StepVerdict.Permitted) Know(after);
        return verdict;
    }

    /// <summary>The number of an output whose success decides nothing: the state is the same either way.</summary>
    public const long Decided = -1;

    /// <summary>An operation without inputs begins; its event is taken to happen now, and until it succeeds perhaps not to.</summary>
    /// <param name="e">The event.</param>
    /// <param name="contract">Where the token is after a failure.</param>
    /// <param name="number">A number that no other output has: that of its line in the log, so that a log can name what is unknown.</param>
    /// <param name="operation">The operation.</param>
    public StepVerdict BeginOutput(TEvent e, FailureContract contract, long number, out long operation)
    {
        operation = number;
        Settle();
        var verdict = Check(e, out var after);
        if (verdict != StepVerdict.Permitted) return verdict;
        var mayBeUndone = contract is FailureContract.Keep or FailureContract.Unknown;
        if (!mayBeUndone || after.IsSameStateAs(known))
        {
            Know(after);
            operation = Decided;
        }
        else if (known.IsCertain(out var before) && after.IsCertain(out _))
        {
            known = after;
            (onlyOutput, beforeOnlyOutput) = (operation, before);
        }
        else
        {
            BranchOn(operation, e);
        }

        return verdict;
    }

    // Lambdas stand in methods of their own: a closure is allocated where its method begins, and the hot path allocates nothing.
    private void BranchOn(long operation, TEvent e) => Follow(Knowledge<TState>.Of([
        .. known.Worlds.Select(w => w.Assuming(operation, happened: false)),
        .. known.Worlds.Select(w => transitions.Step(w, e, out _, out _)!.Assuming(operation, happened: true))]));

    public void Succeed(long operation) => Decide(operation, happened: true);

    /// <summary>An output has failed: its contract tells where the token is.</summary>
    public void Fail(long operation, FailureContract contract)
    {
        switch (contract)
        {
            case FailureContract.Keep:
                Decide(operation, happened: false);
                break;
            case FailureContract.Lost:
                Decide(operation, happened: true);
                break;
            case FailureContract.Unknown:
                Settle();
                Forget(operation);
                break;
            default:
                Stop();
                break;
        }
    }

    /// <summary>Reserves the permission of an operation with inputs.</summary>
    /// <param name="sample">Its event with a well-typed sample for the input.</param>
    /// <param name="operation">The operation.</param>
    public StepVerdict Reserve(TEvent sample, out long operation)
    {
        operation = ++reservations;
        Settle();
        if (IsStopped) return StepVerdict.Stopped;
        if (last is not { } same || !ReferenceEquals(same.Sample, sample) || !known.IsCertain(out var state) || !ReferenceEquals(same.PermittedBy, state)
            || (inFlight > 0 && (same.Count != inFlight || !IsEnough(same.Together, inFlight))))
        {
            return ReserveNew(sample, operation);
        }

        same.Add(operation);
        inFlight++;
        return StepVerdict.Permitted;
    }

    // Of more than are tried together, two one after the other stand for all.
    private static bool IsEnough(int together, int inFlight) => together > (inFlight > MostTriedTogether ? 1 : inFlight);

    private StepVerdict ReserveNew(TEvent sample, long operation)
    {
        var same = Find(sample);
        var verdict = MayReserve(sample, same);
        if (verdict != StepVerdict.Permitted) return verdict;
        known.IsCertain(out var state);
        last = same ?? Unused();
        var permitted = ReferenceEquals(last.Sample, sample) && ReferenceEquals(last.PermittedBy, state) ? last.Together : 1;
        last.Permit(sample, state, Math.Max(permitted, last.Count == inFlight && last.Count <= MostTriedTogether ? last.Count + 1 : Math.Min(last.Count + 1, 2)));
        last.Add(operation);
        inFlight++;
        return StepVerdict.Permitted;
    }

    private Reservation<TState, TEvent>? Find(TEvent sample)
    {
        if (last is not null && ReferenceEquals(last.Sample, sample)) return last;
        foreach (var input in inputs)
        {
            if (ReferenceEquals(input.Sample, sample)) return input;
        }

        return null;
    }

    // Those that are over are used again: as many are made as have ever been in flight at once.
    private Reservation<TState, TEvent> Unused()
    {
        if (inputs.Find(input => !input.IsInFlight) is { } unused) return unused;
        var made = new Reservation<TState, TEvent>();
        inputs.Add(made);
        return made;
    }

    /// <summary>The input has come: its event happens now. Where it is not permitted the reservation stays.</summary>
    public StepVerdict Complete(long operation, TEvent actual)
    {
        if (IsStopped) return StepVerdict.Stopped;
        Settle();
        var verdict = Step(known, actual, out var after, out var fault);
        if (verdict != StepVerdict.Permitted)
        {
            Fault = fault;
            return verdict;
        }

        Know(after);
        Release(operation);
        return verdict;
    }

    /// <summary>No input came: no event, and the permission is back.</summary>
    public void Release(long operation)
    {
        // An action that was let through although it was not permitted has no operation.
        if (operation <= 0) return;
        if ((last is not null && last.Remove(operation)) || IsRemovedElsewhere(operation)) inFlight--;
    }

    private bool IsRemovedElsewhere(long operation)
    {
        foreach (var input in inputs)
        {
            if (!input.Remove(operation)) continue;
            last = input;
            return true;
        }

        return false;
    }

    public void Stop() => IsStopped = true;

    /// <summary>Makes a state the only one that is known; what is in flight stays so.</summary>
    public void Anchor(TState state)
    {
        (onlyOutput, beforeOnlyOutput) = (0, null);
        known = transitions.Closed(Knowledge<TState>.Certain(state));
        last = null;
        foreach (var input in inputs) input.Permit(input.Sample, by: null, together: 0);
    }

    /// <summary>Keeps what is known, for <see cref="Restore"/>.</summary>
    public void Remember()
    {
        remembered ??= new();
        (remembered.Known, remembered.OnlyOutput, remembered.BeforeOnlyOutput, remembered.IsStopped) = (known, onlyOutput, beforeOnlyOutput, IsStopped);
    }

    /// <summary>Undoes the one step since <see cref="Remember"/>.</summary>
    /// <param name="input">The input that the step has completed, or 0: it is in flight again.</param>
    public void Restore(long input)
    {
        (known, onlyOutput, beforeOnlyOutput, IsStopped) = (remembered!.Known, remembered.OnlyOutput, remembered.BeforeOnlyOutput, remembered.IsStopped);
        if (input <= 0) return;
        last!.Add(input);
        inFlight++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StepVerdict Step(in Knowledge<TState> from, TEvent e, out Knowledge<TState> after, out Exception? fault) =>
        plain is not null && from.IsCertain(out var state) ? Transitions<TState, TEvent>.Step(plain, state, from, e, out after, out fault) : transitions.StepAll(from, e, out after, out fault);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StepVerdict Check(TEvent e, out Knowledge<TState> after)
    {
        if (IsStopped)
        {
            after = known;
            (Fault, Disabled) = (null, null);
            return StepVerdict.Stopped;
        }

        var verdict = Step(known, e, out after, out var fault);
        if (verdict != StepVerdict.Permitted)
        {
            (Fault, Disabled) = (fault, null);
            return verdict;
        }

        return inFlight == 0 || after.IsSameStateAs(known) ? verdict : KeepsInputs(after);
    }

    // A step that changes nothing takes no permission away.
    private StepVerdict KeepsInputs(in Knowledge<TState> after)
    {
        foreach (var input in inputs)
        {
            if (input.IsInFlight && !StaysPermitted(input, after))
            {
                (Fault, Disabled) = (null, input.Sample);
                return StepVerdict.WouldDisable;
            }
        }

        return inFlight == 1 ? StepVerdict.Permitted : KeepsInputsTogether(after);
    }

    // Each may be permitted, and yet not one after the other. All orders would be too many: in that of the list and in its reverse. Of
    // many in flight, not at all, since each event would cost as many steps: an input that finds no permission left is held back and reported.
    private StepVerdict KeepsInputsTogether(in Knowledge<TState> after, TEvent? further = null)
    {
        if (inFlight > MostTriedTogether) return StepVerdict.Permitted;
        if ((FirstDisabled(after, further, isReversed: false) ?? FirstDisabled(after, further, isReversed: true)) is not { } disabled) return StepVerdict.Permitted;
        (Fault, Disabled) = (null, disabled);
        return StepVerdict.WouldDisable;
    }

    // The input that those before it leave without a permission.
    private TEvent? FirstDisabled(Knowledge<TState> from, TEvent? further, bool isReversed)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[isReversed ? inputs.Count - 1 - i : i];
            for (var n = 0; n < input.Count; n++)
            {
                if (Step(from, input.Sample!, out from, out _) != StepVerdict.Permitted) return input.Sample;
            }
        }

        return further is not null && Step(from, further, out _, out _) != StepVerdict.Permitted ? further : null;
    }

    private bool StaysPermitted(Reservation<TState, TEvent> input, in Knowledge<TState> after)
    {
        if (after.IsCertain(out var state) && ReferenceEquals(state, input.PermittedBy)) return true;
        if (Step(after, input.Sample!, out _, out _) != StepVerdict.Permitted) return false;
        input.Permit(input.Sample, state, together: 1);
        return true;
    }

    private StepVerdict MayReserve(TEvent sample, Reservation<TState, TEvent>? same)
    {
        var isRepeatable = same is { Together: > 1 } && known.IsCertain(out var state) && ReferenceEquals(state, same.PermittedBy);
        var verdict = isRepeatable && same!.Count == inFlight ? StepVerdict.Permitted : Check(sample, out _);
        if (verdict != StepVerdict.Permitted || inFlight == 0) return verdict;
        foreach (var input in inputs)
        {
            if (!input.IsInFlight || (isRepeatable && ReferenceEquals(input, same)) || StaysPermittedAfter(input, sample)) continue;
            (Fault, Disabled) = (null, input.Sample);
            return StepVerdict.WouldDisable;
        }

        return inFlight == 1 ? StepVerdict.Permitted : KeepsInputsTogether(known, sample);
    }

    private bool StaysPermittedAfter(Reservation<TState, TEvent> earlier, TEvent sample) =>
        Step(known, earlier.Sample!, out var after, out _) == StepVerdict.Permitted
        && Step(after, sample, out _, out _) == StepVerdict.Permitted;

    private void Decide(long operation, bool happened)
    {
        if (operation == onlyOutput)
        {
            if (!happened) known = Knowledge<TState>.Certain(beforeOnlyOutput!);
            (onlyOutput, beforeOnlyOutput) = (0, null);
        }
        else if (!known.IsCertain(out _))
        {
            Keep(operation, happened);
        }
    }

    private void Keep(long operation, bool happened) =>
        known = Knowledge<TState>.Of(known.Worlds.Where(w => !w.Assumptions.Contains(new(operation, !happened))).Select(w => w.Without(operation)));

    private void Forget(long operation) => known = Knowledge<TState>.Of(known.Worlds.Select(w => w.Without(operation)));

    // From here on both outcomes of the output in flight count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Settle()
    {
        if (onlyOutput != 0) SettleOnlyOutput();
    }

    private void SettleOnlyOutput()
    {
        var happened = known.Worlds[0].Assuming(onlyOutput, happened: true);
        var not = Knowledge<TState>.Certain(beforeOnlyOutput!).Worlds[0].Assuming(onlyOutput, happened: false);
        (onlyOutput, beforeOnlyOutput) = (0, null);
        Follow(Knowledge<TState>.Of([not, happened]));
    }

    // Most events leave the state as it is, and writing a reference costs more than comparing it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Know(in Knowledge<TState> next)
    {
        if (!next.IsSameStateAs(known)) known = next;
    }

    private void Follow(Knowledge<TState> next)
    {
        known = next;
        if (!next.IsCertain(out _) && next.Worlds.Length > mostOutcomes) Stop();
    }

    private sealed class Remembrance
    {
        public Knowledge<TState> Known { get; set; }

        public long OnlyOutput { get; set; }

        public TState? BeforeOnlyOutput { get; set; }

        public bool IsStopped { get; set; }
    }
}
