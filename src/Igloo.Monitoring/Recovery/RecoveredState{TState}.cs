using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Explaining;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Recovery;

/// <summary>What is known of a component after a restart of its program.</summary>
/// <param name="Known">The states before the recovery; what was in flight has an unknown outcome.</param>
/// <param name="Recovery">The event of recovery, or null.</param>
/// <param name="Sequence">The number of the last line of the earlier run.</param>
internal sealed record RecoveredState<TState>(Knowledge<TState> Known, object? Recovery, long Sequence)
    where TState : class
{
    /// <exception cref="RecoveryRefusedException">The program's state is none that the component may be in.</exception>
    public static RecoveredState<TState> Of<TEvent>(
        Component<TState, TEvent> component, MonitorSnapshot snapshot, TState recovered, TEvent? recovery, MonitorOptions<TState, TEvent> options)
        where TEvent : class
    {
        var model = ModelIdentity.Of(component.GetType());
        if (snapshot.Model != model) throw new RecoveryRefusedException($"The snapshot is of {snapshot.Model}, and the program runs {model}.");
        if (snapshot.IsStopped) throw new RecoveryRefusedException($"{model} had stopped after a failed operation, or after too many unknown outcomes; it has no permissions to go on with.");
        var transitions = new Transitions<TState, TEvent>(component, options);
        var known = transitions.Closed(Knowledge<TState>.Of(snapshot.KnowledgeOf<TState>().Worlds.Select(w => new World<TState>(w.States, [], w.IsCut))));
        var after = recovery is null ? known : Recovered(transitions, known, recovery);
        if (!after.Worlds.All(w => w.States.Contains(recovered)))
        {
            throw new RecoveryRefusedException(
                $"The restarted program is in {recovered}, which the component cannot be in with certainty; it may be in {after.Representative}. "
                + (recovery is null ? "If the model has an event of recovery, name it; if it has none, a program that has lost its state must not run again." : $"That is after {EventText.Short(recovery)}."));
        }

        return new(known, recovery, snapshot.Sequence);
    }

    private static Knowledge<TState> Recovered<TEvent>(Transitions<TState, TEvent> transitions, Knowledge<TState> known, TEvent recovery)
        where TEvent : class
    {
        if (!Component<TState, TEvent>.IsInternal(recovery)) throw new ArgumentException($"{EventText.Short(recovery)} is an I/O event; recovery is internal.", nameof(recovery));
        return transitions.StepAll(known, recovery, out var after, out _) == StepVerdict.Permitted
            ? after
            : throw new RecoveryRefusedException($"The model does not enable {EventText.Short(recovery)} after the earlier run, in {known.Representative}.");
    }
}
