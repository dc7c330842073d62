using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Values;

namespace Igloo.Monitoring.Automatic;

/// <summary>Explores the states of a component and where its hidden events end.</summary>
internal sealed class AutomaticSearch<TState, TEvent>(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>> automatic, int mostStates)
    where TState : class
    where TEvent : class
{
    private readonly CandidateValues parameters = CandidateValues.From(component);
    private readonly Dictionary<TState, TState> ends = [];
    private bool isCut;

    public AutomaticVerdict Run()
    {
        var reached = new HashSet<TState> { component.Initial };
        var open = new Queue<TState>(reached);
        while (open.TryDequeue(out var state))
        {
            if (Follow(state) is { } violation) return violation;
            if (isCut) break;
            var end = ends[state];
            foreach (var (e, next) in Successors(state))
            {
                if (Follow(next) is { } later) return later;
                if (!isCut && !automatic(state).Contains(e) && !IsKept(end, e, next)) return new AutomaticVerdict.TakesAway(ValueText.Of(state), EventText.Short(e));
                if (isCut) return new AutomaticVerdict.Holds(reached.Count, IsComplete: false);
                if (reached.Contains(next)) continue;
                if (reached.Count >= mostStates) return new AutomaticVerdict.Holds(reached.Count, IsComplete: false);
                reached.Add(next);
                open.Enqueue(next);
            }
        }

        return new AutomaticVerdict.Holds(reached.Count, IsComplete: !isCut);
    }

    private bool IsKept(TState end, TEvent e, TState next) =>
        Step(end, e) is { } after && Follow(after) is null && (isCut || ends[after].Equals(ends[next]));

    // Depth first, without recursion: a state is on the path until all its hidden successors have their end. Hidden events that go on through ever
    // new states are cut.
    private AutomaticVerdict? Follow(TState start)
    {
        var path = new Stack<(TState State, TState[] Hidden)>();
        var isOnPath = new HashSet<TState>();
        Enter(start);
        while (path.TryPeek(out var top))
        {
            if (ends.ContainsKey(top.State))
            {
                Leave();
            }
            else if (top.Hidden.FirstOrDefault(h => !ends.ContainsKey(h)) is { } open)
            {
                if (isOnPath.Contains(open)) return new AutomaticVerdict.DoesNotEnd(ValueText.Of(open));
                if (ends.Count + path.Count >= mostStates)
                {
                    isCut = true;
                    return null;
                }

                Enter(open);
            }
            else
            {
                var reached = top.Hidden.Select(h => ends[h]).Distinct().ToArray();
                if (reached.Length > 1) return new AutomaticVerdict.IsNotConfluent(ValueText.Of(top.State), ValueText.Of(reached[0]), ValueText.Of(reached[1]));
                ends[top.State] = reached is [var only] ? only : top.State;
                Leave();
            }
        }

        return null;

        void Enter(TState state)
        {
            path.Push((state, HiddenSuccessors(state)));
            isOnPath.Add(state);
        }

        void Leave() => isOnPath.Remove(path.Pop().State);
    }

    // A hidden event that changes nothing may happen any number of times without being noticed.
    private TState[] HiddenSuccessors(TState state) => [.. automatic(state).Select(e => Step(state, e)).OfType<TState>().Where(next => !next.Equals(state)).Distinct()];

    private IEnumerable<(TEvent Event, TState Next)> Successors(TState state)
    {
        var candidates = parameters.Copy().Add(state);
        return EventCases.Of(typeof(TEvent))
            .SelectMany(c => EnabledEvents.Of(component, state, c, candidates))
            .Select(e => (e, component.Step(state, e)!));
    }

    // A model that fails on an event does not have it.
    private TState? Step(TState state, TEvent e)
    {
        try
        {
            return component.Step(state, e);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return null;
        }
    }
}
