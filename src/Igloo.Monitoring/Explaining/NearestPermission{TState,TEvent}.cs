using Igloo.Components;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Explaining;

/// <summary>Looks for what would have to happen before a refused event: a short search from the state over the values that occur in it.</summary>
internal sealed class NearestPermission<TState, TEvent>(Component<TState, TEvent> component, CandidateValues candidates)
    where TState : class
    where TEvent : class
{
    private const int Deepest = 3;
    private const int MostSteps = 5_000;

    public string Find(TState state, TEvent refused)
    {
        var events = EventCases.Of(typeof(TEvent))
            .SelectMany(c => EnabledEvents.Instances(c, candidates))
            .Cast<TEvent>()
            .Where(e => !e.Equals(refused))
            .ToArray();
        var seen = new HashSet<TState> { state };
        var open = new Queue<(TState State, TEvent[] Path)>([(state, [])]);
        for (var budget = MostSteps; budget > 0 && open.TryDequeue(out var node);)
        {
            foreach (var e in events)
            {
                if (budget-- == 0) break;
                if (Step(node.State, e) is not { } next || !seen.Add(next)) continue;
                TEvent[] path = [.. node.Path, e];
                if (Step(next, refused) is not null) return Text(state, path);
                if (path.Length < Deepest) open.Enqueue((next, path));
            }
        }

        return "";
    }

    private string Text(TState state, TEvent[] path)
    {
        var last = EventText.Short(path[^1]);
        if (path is [var only]) return $"{last} would permit it; {(IsInput(only) ? "it was never received" : "it is enabled, but was not performed")}";
        TEvent[] before = path[..^1];
        var why = GuardExplanation.InShort(component, state, path[^1]);
        var cause = before.FirstOrDefault(IsInput) is { } input ? $"{EventText.Short(input)} never happened" : "not performed";
        return $"{last} would permit it, after {string.Join(", ", before.Select(e => EventText.Short(e)))}: {cause}{(why.Length > 0 ? $"; not enabled, {why}" : "")}";
    }

    private static bool IsInput(TEvent e) => EventSignature.Of(e.GetType()).Parameters.Any(p => p.IsInput);

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
