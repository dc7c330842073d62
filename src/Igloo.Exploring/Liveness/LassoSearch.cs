using System.Collections.Immutable;

namespace Igloo.Exploring.Liveness;

/// <summary>Looks for a fair run that never gives a response that is due.</summary>
internal sealed class LassoSearch(FairGraph fair)
{
    private const int MostLoopsCompared = 16;

    private readonly StateGraph graph = fair.Graph;

    /// <summary>A run with the shortest stem, or null where the explored part has none.</summary>
    public Lasso? Find(WaitingStates waiting)
    {
        var components = new FairComponents(fair).Within([.. waiting.All.Where(graph.IsExpanded)]);
        if (components.Count == 0) return null;
        var shortest = components.SelectMany(c => c).Min(waiting.DistanceOf);
        var (start, loop) = components
            .SelectMany(component => component.Where(s => waiting.DistanceOf(s) == shortest).Select(s => (Component: component, Start: s)))
            .OrderBy(candidate => candidate.Start)
            .Take(MostLoopsCompared)
            .Select(candidate => (candidate.Start, Loop: new LoopSearch(fair, candidate.Component).From(candidate.Start)))
            .MinBy(candidate => candidate.Loop.Count);
        var (initial, stem) = waiting.WayTo(start);
        return new Lasso(
            new Run(graph.States[initial], [.. stem.Select(Step)]),
            [.. loop.Select(Step)],
            [.. Enumerable.Range(0, fair.Assumptions).Select(a => Reason(a, start, stem.Count, loop))]);
    }

    private RunStep Step(int step) => new(graph.Events[graph.Label(step)], graph.States[graph.Target(step)]);

    private ServedAssumption Reason(int assumption, int start, int stem, IReadOnlyList<int> loop)
    {
        for (var i = 0; i < loop.Count; i++)
        {
            if (fair.ServedBy(loop[i]).Contains(assumption)) return new(fair.Assumption(assumption), stem + i + 1, null);
        }

        ImmutableArray<int> states = [start, .. loop.Select(graph.Target)];
        return new(fair.Assumption(assumption), null, stem + states.TakeWhile(s => fair.IsEnabled(assumption, s)).Count());
    }
}
