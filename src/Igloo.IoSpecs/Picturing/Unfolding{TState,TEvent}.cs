using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Printing;
using Igloo.Values;

namespace Igloo.IoSpecs.Picturing;

/// <summary>Unfolds the specification of a component from its initial state, breadth first, to a depth and a number of places.</summary>
/// <param name="component">The component.</param>
/// <param name="candidates">The values of parameters in a state.</param>
internal sealed class Unfolding<TState, TEvent>(Component<TState, TEvent> component, Func<TState, CandidateValues> candidates)
    where TState : class
    where TEvent : class
{
    public PermissionPicture To(int depth, int mostPlaces)
    {
        var places = ImmutableArray.CreateBuilder<PicturedPlace>();
        var permissions = ImmutableArray.CreateBuilder<PicturedPermission>();
        var next = new Queue<(Place Place, TState State, int Depth)>([(new Place("t"), component.Initial, 0)]);
        var named = 1;
        while (next.TryDequeue(out var at))
        {
            var groups = Enabled(at.State);
            // Drawn whole or not at all: a place with some of its permissions would look like a choice among these.
            var isDrawn = at.Depth < depth && named + groups.Sum(g => g.Count()) <= mostPlaces;
            places.Add(new(at.Place, !isDrawn && groups.Count > 0));
            if (!isDrawn) continue;
            foreach (var group in groups)
            {
                var targets = group.Select(e => (Event: e, Place: new Place($"t{named++}"))).ToArray();
                permissions.Add(new(at.Place, Text(group.First()), [.. targets.Select(t => new PicturedTarget(InputOf(t.Event), t.Place))]));
                foreach (var (e, place) in targets) next.Enqueue((place, component.Next(at.State, e)!, at.Depth + 1));
            }
        }

        return new(places.ToImmutable(), permissions.ToImmutable());
    }

    // The permissions in a state: operation and output, with the events for their inputs.
    private List<IGrouping<(Type Case, object Output), TEvent>> Enabled(TState state)
    {
        var values = candidates(state);
        return [.. EventCases.Of(typeof(TEvent))
            .SelectMany(c => EnabledEvents.Of(component, state, c, values))
            .GroupBy(e => (e.GetType(), EventSignature.Of(e.GetType()) is { IsInternal: false } signature ? signature.OutputOf(e) : e))];
    }

    private static string Text(TEvent e)
    {
        var signature = EventSignature.Of(e.GetType());
        var outputs = string.Join(", ", signature.Parameters.Where(p => !p.IsInput).Select(p => ValueText.Of(p.Property.GetValue(e))));
        return OperationName.Of(signature) + (outputs.Length > 0 ? $"({outputs})" : "");
    }

    private static string? InputOf(TEvent e)
    {
        var signature = EventSignature.Of(e.GetType());
        return signature.Parameters.Any(p => p.IsInput) ? ValueText.Of(signature.InputOf(e)) : null;
    }
}
