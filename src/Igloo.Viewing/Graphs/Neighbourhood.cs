using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Viewing.Charts;
using Igloo.Viewing.Walking;

namespace Igloo.Viewing.Graphs;

/// <summary>Collects the states around the current one: those of the run beside it, then breadth first what is reachable from it.</summary>
internal sealed class Neighbourhood
{
    private const int RunBeside = 8;

    private readonly Itinerary run;
    private readonly Moves moves;
    private readonly Participants participants;
    private readonly List<Place> places = [];
    private readonly Dictionary<object, int> ids = [];
    private readonly HashSet<(int From, int To)> taken = [];

    private Neighbourhood(Itinerary run, Moves moves, Participants participants)
    {
        this.participants = participants;
        this.run = run;
        this.moves = moves;
    }

    public static GraphView Of(Itinerary run, Moves moves, Participants participants)
    {
        var neighbourhood = new Neighbourhood(run, moves, participants);
        neighbourhood.AddRun();
        neighbourhood.AddReachable();
        return neighbourhood.View();
    }

    private void AddRun()
    {
        var first = Math.Max(0, run.At - RunBeside);
        var last = Math.Min(run.Positions.Length - 1, run.At + RunBeside);
        for (var i = first; i <= last; i++)
        {
            var position = run.Positions[i];
            if (!ids.ContainsKey(position.State)) Add(new Place(position, i - first, i, run.Path.LookingAt(i)));
            if (i > first) taken.Add((ids[run.Positions[i - 1].State], ids[position.State]));
        }
    }

    private void AddReachable()
    {
        var limit = places.Count + run.Path.Reach;
        var here = places[ids[run.Current.State]];
        var queue = new Queue<(Position Position, int Layer, ViewPath Path)>([(run.Current, here.Layer, run.Path)]);
        var seen = new HashSet<object> { run.Current.State };
        while (queue.TryDequeue(out var from))
        {
            foreach (var move in moves.From(from.Position.State).Where(m => m.After is not null))
            {
                if (!seen.Add(move.After!)) continue;
                var next = from.Position.After(move);
                var path = from.Path.Then(move.Token);
                if (!ids.ContainsKey(next.State))
                {
                    if (places.Count >= limit) return;
                    Add(new Place(next, from.Layer + 1, null, path));
                }

                queue.Enqueue((next, from.Layer + 1, path));
            }
        }
    }

    private void Add(Place place)
    {
        ids.Add(place.Position.State, places.Count);
        places.Add(place);
    }

    private GraphView View()
    {
        var successors = places.ConvertAll(p => moves.From(p.Position.State));
        var edges = successors
            .SelectMany((list, from) => list
                .Where(m => m.After is not null && ids.TryGetValue(m.After, out var to) && to != from)
                .GroupBy(m => ids[m.After!])
                .Select(group => new GraphEdge(from, group.Key, [.. group.Select(m => m.Text)], taken.Contains((from, group.Key)))))
            .ToImmutableArray();
        var rows = Layering.Rows([.. places.Select(p => p.Layer)], edges);
        var hidden = successors.SelectMany(Unshown).Distinct().Count();
        return new GraphView(
            [.. places.Select((place, id) => Node(place, id, rows[id], successors[id]))],
            edges,
            hidden,
            hidden > 0 && run.Path.Reach < ViewPath.LargestReach ? (run.Path with { Reach = Math.Min(run.Path.Reach * 2, ViewPath.LargestReach) }).ToString() : null);
    }

    private IEnumerable<object> Unshown(ImmutableArray<Move> list) => list.Select(m => m.After).OfType<object>().Where(after => !ids.ContainsKey(after)).Distinct();

    private GraphNode Node(Place place, int id, int row, ImmutableArray<Move> list) => new(
        id,
        place.Position.Step is { } step ? participants.Row(step.Event).Text : "initial state",
        place.Position.Step is { } taken ? participants.Who(taken.Event) : "",
        place.Layer,
        row,
        place.OnRun,
        place.Position.State.Equals(run.Current.State),
        list.IsEmpty,
        Unshown(list).Count(),
        [.. list.Where(m => m.After is not null && m.After.Equals(place.Position.State)).Select(m => m.Text)],
        [.. place.Position.Violated],
        [.. place.Position.Reached],
        ModelText.State(place.Position.State),
        place.Path.ToString());

    private sealed record Place(Position Position, int Layer, int? OnRun, ViewPath Path);
}
