using Igloo.Components;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Recovery;

/// <summary>Finds out from an audit log what a monitor knew when its process ended.</summary>
public static class DurableLog
{
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
        var ledger = new Ledger<TState, TEvent>(transitions, Knowledge<TState>.Certain(component.Initial), chosen.MostOutcomes);
        var outputs = new Dictionary<long, (long Operation, FailureContract Contract)>();
        foreach (var entry in log)
        {
            if (entry is { Kind: AuditKind.State, State: { } state })
            {
                ledger = new(transitions, state.KnowledgeOf<TState>(), chosen.MostOutcomes);
            }
            else if (!Follow(ledger, entry, outputs))
            {
                throw new InvalidDataException($"Line #{entry.Sequence} of the log, {entry.Kind} {entry.Event}, is no step of {component.GetType().Name}.");
            }
        }

        return MonitorSnapshot.Of(ModelIdentity.Of(component.GetType()), log.Count == 0 ? 0 : log[^1].Sequence, ledger.Known, ledger.IsStopped);
    }

    private static bool Follow<TState, TEvent>(Ledger<TState, TEvent> ledger, in AuditEntry<TEvent> entry, Dictionary<long, (long Operation, FailureContract Contract)> outputs)
        where TState : class
        where TEvent : class
    {
        var (output, contract) = outputs.GetValueOrDefault(entry.Intent, (entry.Intent, FailureContract.Unknown));
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
