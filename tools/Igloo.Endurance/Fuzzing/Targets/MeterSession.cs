using Igloo.Components;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Reports;
using E = Igloo.Endurance.Models.Meter.Event;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>One program, step by step, on the monitor and on the definition.</summary>
internal sealed class MeterSession(PermissionMonitor<Meter.State, E> monitor, NaiveLedger ledger, SmallDisk? disk, Coverage coverage)
{
    private readonly List<(int Number, IoCall<E> Call, E Event, bool IsUnchecked)> outputs = [];
    private readonly List<(int Number, IoCall<E> Call, E Event, bool IsUnchecked)> inputs = [];
    private bool isObserved;
    private bool hasDiverged;
    private int last;

    public NaiveLedger Ledger => ledger;

    /// <summary>Whether the disk was full when an outcome was to be recorded: then the log knows less than the monitor.</summary>
    public bool HasLostOutcomes { get; private set; }

    /// <summary>Whether something happened that the model does not have, so that the log is none of its traces.</summary>
    public bool HasObserved { get; private set; }

    /// <summary>Whether no output is in flight whose contract takes it for done: to the reader of a log it may have happened or not.</summary>
    public bool IsEverythingDecided => outputs.TrueForAll(o => o.IsUnchecked || ContractOf(o.Event) is FailureContract.Keep or FailureContract.Unknown);

    public void Step(byte what, byte with)
    {
        var number = with % (Meter.Full + 2);
        if (disk is not null) disk.IsFull = with >= 240;
        switch (what % 16)
        {
            case 0 or 1: Output(new E.Keep(number)); break;
            case 2: Output(new E.Lose(number)); break;
            case 3 or 4: Output(new E.Doubt(number)); break;
            case 5: if (with % 4 == 0) Output(new E.Stop(number)); break;
            case 6: Input(new E.Take(0)); break;
            case 7: Input(new E.Ask(number, 0)); break;
            case 8 or 9: End(outputs, with, (n, o) => Succeed(n, o)); break;
            case 10: End(outputs, with, (n, o) => Fail(n, o, isUnsent: with % 2 == 0)); break;
            case 11 or 12: Deliver(with); break;
            case 13: End(inputs, with, (_, i) => Abandon(i)); break;
            case 14: Internal(with % 3 == 0 ? new E.Reset() : new E.Jump(number)); break;
            default:
                isObserved = with % 2 == 0;
                monitor.Policies = isObserved ? ViolationPolicy.Observe : ViolationPolicy.Enforce;
                break;
        }
    }

    private void Internal(E e)
    {
        var isPermitted = ledger.Permits(e);
        coverage.Count(isPermitted ? "internal" : "refused");
        var outcome = Outcome(() => monitor.Perform(e));
        if (Happens(e, isPermitted, outcome) && isPermitted) ledger.Step(e);
        AnchorAt(e, isPermitted ? outcome is null : isObserved);
    }

    private void Output(E e)
    {
        var isPermitted = ledger.Permits(e);
        coverage.Count(isPermitted ? "output" : "refused");
        IoCall<E> call = default;
        var outcome = Outcome(() => call = monitor.Begin(e));
        if (!Happens(e, isPermitted, outcome)) return;
        outputs.Add((++last, call, e, !isPermitted));
        if (!isPermitted) return;
        if (ContractOf(e) is FailureContract.Keep or FailureContract.Unknown) ledger.Branch(last, e);
        else ledger.Step(e);
    }

    private void Input(E sample)
    {
        var isPermitted = ledger.PermitsInput(sample);
        coverage.Count(isPermitted ? "input" : "refused");
        IoCall<E> call = default;
        // Asking for an input is no event, so that nothing is recorded.
        if (disk is not null && isPermitted) disk.IsFull = false;
        if (!Happens(sample, isPermitted, Outcome(() => call = monitor.Begin(sample)))) return;
        inputs.Add((++last, call, sample, !isPermitted));
        if (isPermitted) ledger.InFlight.Add(last, sample);
    }

    private void Succeed(int number, (IoCall<E> Call, E Event, bool IsUnchecked) output)
    {
        monitor.Succeed(output.Call);
        if (output.IsUnchecked) return;
        HasLostOutcomes |= disk is { IsFull: true };
        ledger.Decide(number, happened: true);
    }

    private void Fail(int number, (IoCall<E> Call, E Event, bool IsUnchecked) output, bool isUnsent)
    {
        coverage.Count("failed");
        monitor.Fail(output.Call, isUnsent);
        if (output.IsUnchecked) return;
        HasLostOutcomes |= disk is { IsFull: true };
        switch (ContractOf(output.Event))
        {
            case FailureContract.Keep: ledger.Decide(number, happened: false); break;
            case FailureContract.Unknown when isUnsent: ledger.Decide(number, happened: false); break;
            case FailureContract.Unknown: ledger.Forget(number); break;
            case FailureContract.Stop: ledger.Stop(); break;
            default: break;
        }
    }

    private void Deliver(byte with)
    {
        if (inputs.Count == 0) return;
        var input = inputs[with % inputs.Count];
        var value = (with >> 3) % 6;
        E actual = input.Event is E.Ask(var n, _) ? new E.Ask(n, value) : new E.Take(value);
        var isTyped = actual is not E.Take(>= 4);
        var isPermitted = isTyped && !ledger.IsStopped && ledger.States.All(s => Next(s, actual));
        if (!isTyped) coverage.Count("ill-typed");
        var outcome = default(InputOutcome);
        if (Outcome(() => outcome = monitor.Deliver(input.Call, actual)) is { } failure)
        {
            Require(failure is IOException && isPermitted && disk is { IsFull: true }, actual, $"{failure.GetType().Name} on delivery");
            coverage.Count("disk full");
            return;
        }

        Require(!(isPermitted && disk is { IsFull: true }), actual, "delivered without a line in the log");
        Require((outcome == InputOutcome.Accepted) == (isPermitted || input.IsUnchecked), actual, $"delivery is {outcome}");
        if (outcome != InputOutcome.Accepted) return;
        coverage.Count("delivered");
        inputs.Remove(input);
        ledger.InFlight.Remove(input.Number);
        if (isPermitted) ledger.TryStep(actual);
    }

    private void Abandon((IoCall<E> Call, E Event, bool IsUnchecked) input)
    {
        monitor.Abandon(input.Call);
        ledger.InFlight.Remove(inputs.Find(i => i.Call.Equals(input.Call)).Number);
    }

    private void End(List<(int Number, IoCall<E> Call, E Event, bool IsUnchecked)> calls, byte with, Action<int, (IoCall<E> Call, E Event, bool IsUnchecked)> end)
    {
        if (calls.Count == 0) return;
        var call = calls[with % calls.Count];
        end(call.Number, (call.Call, call.Event, call.IsUnchecked));
        calls.Remove(call);
    }

    // What the monitor did must be what the definition says: permitted, let through, refused, or not recorded and so not done.
    private bool Happens(E e, bool isPermitted, Exception? outcome)
    {
        if (isPermitted && disk is { IsFull: true })
        {
            Require(outcome is IOException, e, "happens without a line in the log");
            coverage.Count("disk full");
            return false;
        }

        Require(isPermitted || isObserved ? outcome is null : outcome is MonitorException, e, $"permitted by definition: {isPermitted}; the monitor: {outcome?.GetType().Name ?? "permitted"}");
        hasDiverged |= !isPermitted && isObserved;
        HasObserved |= hasDiverged;
        return outcome is null;
    }

    private void AnchorAt(E e, bool happened)
    {
        if (e is not E.Reset || !hasDiverged || !happened) return;
        coverage.Count("anchored");
        ledger.Anchor();
        hasDiverged = false;
        // The state from here on is a line of its own, which a full disk loses.
        HasLostOutcomes |= disk is { IsFull: true };
    }

    private static bool Next(Meter.State state, E e) => new Meter().Next(state, e) is not null;

    private static FailureContract ContractOf(E e) => EventSignature.Of(e.GetType()).Operation!.OnFailure;

    private static Exception? Outcome(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception failure) when (failure is MonitorException or IOException)
        {
            return failure;
        }
    }

    private static void Require(bool holds, E e, string otherwise)
    {
        if (!holds) throw new FuzzFailureException($"Verdict on {e}: {otherwise}.");
    }
}
