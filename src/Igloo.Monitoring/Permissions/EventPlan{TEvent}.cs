using System.Runtime.CompilerServices;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Trimming;

namespace Igloo.Monitoring.Permissions;

/// <summary>What a monitor has found out about one event case before the first event: reflection stays off the hot path.</summary>
internal sealed class EventPlan<TEvent>
    where TEvent : class
{
    private readonly object exemplar;

    private EventPlan(EventSignature signature, TEvent? sample)
    {
        Signature = signature;
        CaseType = signature.CaseType;
        exemplar = RuntimeHelpers.GetUninitializedObject(CaseType.Kept());
        Sample = sample;
        IsInternal = signature.IsInternal;
        OnFailure = signature.Operation?.OnFailure ?? FailureContract.Keep;
        HasInputs = signature.Parameters.Any(p => p.IsInput);
        HasOnlyInputs = HasInputs && signature.Parameters.All(p => p.IsInput);
        EveryInputIsTyped = signature.TakesEveryInput;
        HasFixedProbe = HasOnlyInputs && EveryInputIsTyped;
    }

    public EventSignature Signature { get; }

    public Type CaseType { get; }

    public bool HasInputs { get; }

    public bool HasOnlyInputs { get; }

    public bool IsInternal { get; }

    public FailureContract OnFailure { get; }

    /// <summary>Whether the operation takes every value of the type of its input.</summary>
    public bool EveryInputIsTyped { get; }

    /// <summary>Whether the sample is what is asked for, whatever the attempt.</summary>
    public bool HasFixedProbe { get; }

    /// <summary>An event whose inputs stand for those that are not known yet.</summary>
    public TEvent? Sample { get; }

    /// <summary>Whether an event is of this case. The types of two objects are compared in place, where to ask one for its type is a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Suits(TEvent e) => e.GetType() == exemplar.GetType();

    public static EventPlan<TEvent> Of(Type caseType, IReadOnlyCollection<TEvent> samples)
    {
        var signature = EventSignature.Of(caseType);
        var hasInputs = signature.Parameters.Any(p => p.IsInput);
        return new(signature, hasInputs ? samples.FirstOrDefault(s => s.GetType() == caseType) ?? (TEvent?)InputSamples.Of(caseType) : null);
    }

    /// <summary>The event with its inputs replaced by those of the sample.</summary>
    public TEvent WithSampleInputs(TEvent e) => HasOnlyInputs ? Sample! : InputSamples.WithInputsOf(Signature, e, Sample!);

    /// <exception cref="InvalidOperationException">Programs do not report the event.</exception>
    public void RequireReported()
    {
        if (!IsInternal) throw new InvalidOperationException($"{CaseType.Name} is an I/O event; it is performed by its operation.");
        if (Signature.IsAutomatic) throw new InvalidOperationException($"{CaseType.Name} is automatic; the monitor follows it by itself, and programs do not report it.");
    }

    public bool IsWellTyped(TEvent e) => EveryInputIsTyped || Signature.IsWellTyped(e);

    /// <summary>As the other, for inputs from the environment: a typing that fails with an exception does not hold.</summary>
    public bool IsWellTyped(TEvent actual, out Exception? fault)
    {
        fault = null;
        if (EveryInputIsTyped) return true;
        try
        {
            return IsWellTyped(actual);
        }
        catch (Exception failure)
        {
            fault = failure;
            return false;
        }
    }

    /// <summary>That the contract suits an ordered transport: a failed send may have left in part, and what follows would be read as its rest.</summary>
    /// <param name="transport">Its name.</param>
    /// <exception cref="InvalidOperationException">It says that a failed send has certainly happened, or certainly not.</exception>
    public void RequireOrdered(string transport)
    {
        if (OnFailure is FailureContract.Stop or FailureContract.Unknown) return;
        throw new InvalidOperationException(
            $"{CaseType.Name} has the failure contract {OnFailure}, but {transport} is ordered: a failed send may have left in part, and none is lost. Use {nameof(FailureContract.Stop)} or {nameof(FailureContract.Unknown)}.");
    }
}
