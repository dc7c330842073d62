using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Igloo.Components;
using Igloo.Monitoring.Automatic;

namespace Igloo.Monitoring.Permissions;

/// <summary>Steps of what is known: S.a = Close({Next(s, a) | s in S, Next(s, a) != null}).</summary>
/// <param name="component">The component.</param>
/// <param name="options">Which events are hidden, how they are followed, and the bound on their closure.</param>
internal sealed class Transitions<TState, TEvent>(Component<TState, TEvent> component, MonitorOptions<TState, TEvent> options)
    where TState : class
    where TEvent : class
{
    private readonly Func<TState, IEnumerable<TEvent>>? automatic = HiddenEvents.Of(component, options.Automatic);
    private readonly HiddenSteps mode = options.HiddenSteps;
    private readonly int largestClosure = options.LargestClosure;

    public Component<TState, TEvent> Component { get; } = component;

    /// <summary>Whether events happen that nobody reports.</summary>
    public bool HidesEvents => automatic is not null;

    /// <summary>What is known once hidden events are followed.</summary>
    public Knowledge<TState> Closed(Knowledge<TState> known) =>
        automatic is null ? known : Knowledge<TState>.Of(known.Worlds.Select(w => Closed(w.States, w.Assumptions, w.IsCut)));

    /// <summary>One step from one state, where nothing is hidden. Neither allocates nor closes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StepVerdict Step(Component<TState, TEvent> component, TState state, in Knowledge<TState> known, TEvent e, out Knowledge<TState> after, out Exception? fault)
    {
        if (Next(component, state, e, out fault) is { } next)
        {
            after = Knowledge<TState>.Certain(next);
            return StepVerdict.Permitted;
        }

        after = known;
        return fault is null ? StepVerdict.Refused : StepVerdict.Faulted;
    }

    /// <summary>One step of one combination of unknown outcomes; null if it does not permit the event.</summary>
    public World<TState>? Step(World<TState> world, TEvent e, out StepVerdict verdict, out Exception? fault)
    {
        fault = null;
        var next = new List<TState>();
        foreach (var state in world.States)
        {
            if (Next(Component, state, e, out var failure) is { } reached) next.Add(reached);
            fault ??= failure;
        }

        if (next.Count > 0)
        {
            verdict = StepVerdict.Permitted;
            return Closed(next, world.Assumptions, world.IsCut);
        }

        verdict = fault is not null ? StepVerdict.Faulted : world.IsCut ? StepVerdict.Inconclusive : StepVerdict.Refused;
        return null;
    }

    /// <summary>One step of all that is known.</summary>
    public StepVerdict StepAll(in Knowledge<TState> known, TEvent e, out Knowledge<TState> after, out Exception? fault)
    {
        after = known;
        fault = null;
        var worlds = new List<World<TState>>();
        var worst = StepVerdict.Permitted;
        foreach (var world in known.Worlds)
        {
            if (Step(world, e, out var verdict, out var failure) is { } reached) worlds.Add(reached);
            else if (worst is StepVerdict.Permitted || verdict == StepVerdict.Refused) worst = verdict;
            fault ??= failure;
        }

        if (worst == StepVerdict.Permitted) after = Knowledge<TState>.Of(worlds);
        return worst;
    }

    // A model that fails must not bring down the program that it watches. An unchanged state stays the same object, so that what was
    // found out about it stays valid.
    private static TState? Next(Component<TState, TEvent> component, TState state, TEvent e, out Exception? fault)
    {
        fault = null;
        try
        {
            var next = component.Next(state, e);
            return ReferenceEquals(next, state) || (next is not null && next.Equals(state)) ? state : next;
        }
        catch (Exception failure)
        {
            fault = failure;
            return null;
        }
    }

    private World<TState> Closed(IEnumerable<TState> states, ImmutableArray<Assumption> assumptions, bool isCut) =>
        automatic is null ? new([.. states.Distinct()], assumptions, isCut)
        : mode == HiddenSteps.Eager ? Settled(states, assumptions, isCut)
        : Reachable(states, assumptions, isCut);

    private World<TState> Reachable(IEnumerable<TState> states, ImmutableArray<Assumption> assumptions, bool isCut)
    {
        var reached = new HashSet<TState>(states);
        var open = new Queue<TState>(reached);
        while (open.TryDequeue(out var state))
        {
            foreach (var next in HiddenSuccessors(state).Where(n => !reached.Contains(n)))
            {
                if (reached.Count >= largestClosure) return new([.. reached], assumptions, isCut: true);
                reached.Add(next);
                open.Enqueue(next);
            }
        }

        return new([.. reached], assumptions, isCut);
    }

    private World<TState> Settled(IEnumerable<TState> states, ImmutableArray<Assumption> assumptions, bool isCut)
    {
        var settled = new HashSet<TState>();
        foreach (var state in states)
        {
            settled.Add(Settled(state, out var isSettled));
            isCut |= !isSettled;
        }

        return new([.. settled], assumptions, isCut);
    }

    // Every state on the way is genuinely reachable, so stopping at the bound keeps what passes within the specification; but what is
    // refused there might have been permitted further on.
    private TState Settled(TState state, out bool isSettled)
    {
        for (var steps = 0; ; steps++)
        {
            var next = HiddenSuccessors(state).FirstOrDefault(n => !ReferenceEquals(n, state));
            isSettled = next is null;
            if (next is null || steps == largestClosure) return state;
            state = next;
        }
    }

    private IEnumerable<TState> HiddenSuccessors(TState state)
    {
        foreach (var hidden in automatic!(state))
        {
            if (Next(Component, state, hidden, out _) is { } next) yield return next;
        }
    }
}
