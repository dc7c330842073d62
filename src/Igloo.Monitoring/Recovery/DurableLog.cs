using Igloo.Components;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Recovery;

/// <summary>Finds out from an audit log what a monitor knew when its process ended.</summary>
public static class DurableLog
{
    // A reader has to follow outcomes that the monitor took for granted, so it follows more of them, and says at the end whether there are too many.
    private const int MostOutcomes = 1_024;

    /// <summary>The state at the end of a log. Outputs without outcome may have happened or not.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component, with the parameters of the program.</param>
    /// <param name="path">The path that the log was created with; the files that continue it are read as well.</param>
    /// <param name="options">The options that the monitor had.</param>
    /// <exception cref="InvalidDataException">The log is damaged, or not one of this component.</exception>
    public static MonitorSnapshot SnapshotOf<TState, TEvent>(Component<TState, TEvent> component, string path, MonitorOptions<TState, TEvent>? options = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        return SnapshotOf(component, AuditLogReader.ReadAll<TEvent>(AuditFiles.Of(path)), options);
    }

    /// <summary>The state at the end of a log. Outputs without outcome may have happened or not.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component, with the parameters of the program.</param>
    /// <param name="log">The entries of the log.</param>
    /// <param name="options">The options that the monitor had.</param>
    /// <exception cref="InvalidDataException">The log is not one of this component.</exception>
    public static MonitorSnapshot SnapshotOf<TState, TEvent>(
        Component<TState, TEvent> component, IReadOnlyList<AuditEntry<TEvent>> log, MonitorOptions<TState, TEvent>? options = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        ArgumentNullException.ThrowIfNull(log);
        var chosen = options ?? new();
        var transitions = new Transitions<TState, TEvent>(component, chosen);
        var ledger = new Ledger<TState, TEvent>(transitions, Knowledge<TState>.Certain(component.Initial), MostOutcomes);
        var outputs = new Dictionary<long, (long Operation, FailureContract Contract)>();
        foreach (var entry in log)
        {
            if (entry.Redacted is not null) throw new InvalidDataException($"Line #{entry.Sequence} of the log has redacted values; nobody can go on from a log that hides what happened.");
            if (entry is { Kind: AuditKind.State, State: { } state })
            {
                ledger = new(transitions, state.KnowledgeOf<TState>(), MostOutcomes);
            }
            else if (!Follow(ledger, entry, outputs) && !FollowAsDone(ledger, entry, outputs))
            {
                throw new InvalidDataException($"Line #{entry.Sequence} of the log, {entry.Kind} {entry.Event}, is no step of {component.GetType().Name}.");
            }
        }

        var known = ledger.Known;
        var isStopped = ledger.IsStopped || known.Worlds.Length > chosen.MostOutcomes;
        return MonitorSnapshot.Of(ModelIdentity.Of(component.GetType()), log.Count == 0 ? 0 : log[^1].Sequence, known, isStopped);
    }

    // The monitor took outputs whose failure stops or loses for done as soon as they began, so what it recorded after them may rest on them.
    private static bool FollowAsDone<TState, TEvent>(Ledger<TState, TEvent> ledger, in AuditEntry<TEvent> entry, Dictionary<long, (long Operation, FailureContract Contract)> outputs)
        where TState : class
        where TEvent : class
    {
        var sequence = entry.Sequence;
        var takenForDone = outputs.Where(o => o.Key < sequence && o.Value.Operation != Ledger<TState, TEvent>.Decided && o.Value.Contract is (FailureContract.Stop or FailureContract.Lost));
        foreach (var (intent, output) in takenForDone.OrderBy(o => o.Key).ToArray())
        {
            ledger.Succeed(output.Operation);
            outputs[intent] = (Ledger<TState, TEvent>.Decided, output.Contract);
            if (Follow(ledger, entry, outputs)) return true;
        }

        return false;
    }

    // An output is forgotten as soon as its outcome is known, so that what is kept is what is in flight.
    private static bool Follow<TState, TEvent>(Ledger<TState, TEvent> ledger, in AuditEntry<TEvent> entry, Dictionary<long, (long Operation, FailureContract Contract)> outputs)
        where TState : class
        where TEvent : class
    {
        if (entry is { Kind: AuditKind.Internal or AuditKind.Input or AuditKind.Intent, Event: null }) return false;
        if (!outputs.Remove(entry.Intent, out var decided)) decided = (entry.Intent, FailureContract.Unknown);
        var (output, contract) = decided;
        switch (entry.Kind)
        {
            case AuditKind.Internal:
                return ledger.Perform(entry.Event!) == StepVerdict.Permitted;
            case AuditKind.Input:
                return ledger.Complete(operation: 0, entry.Event!) == StepVerdict.Permitted;
            case AuditKind.Intent:
                var isPermitted = ledger.BeginOutput(entry.Event!, FailureContract.Unknown, entry.Sequence, out var operation) == StepVerdict.Permitted;
                outputs[entry.Sequence] = (operation, EventSignature.Of(entry.Event!.GetType()).Operation?.OnFailure ?? FailureContract.Unknown);
                return isPermitted;
            case AuditKind.Done:
                ledger.Succeed(output);
                return true;
            case AuditKind.Failed:
                ledger.Fail(output, FailureContract.Keep);
                return true;
            case AuditKind.Unknown:
                ledger.Fail(output, contract == FailureContract.Stop ? FailureContract.Stop : FailureContract.Unknown);
                return true;
            default:
                // What was only observed has left the model where it was.
                return true;
        }
    }
}
