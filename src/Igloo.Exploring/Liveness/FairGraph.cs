using System.Collections;

namespace Igloo.Exploring.Liveness;

/// <summary>A state graph with what its fairness assumptions ask: where each is enabled, and which steps serve it.</summary>
internal sealed class FairGraph
{
    private readonly DeclaredFairness fairness;
    private readonly BitArray[] enabled;

    public FairGraph(StateGraph graph, DeclaredFairness fairness)
    {
        this.fairness = fairness;
        Graph = graph;
        enabled = [.. fairness.Assumptions.Select(_ => new BitArray(graph.States.Count))];
        for (var state = 0; state < graph.States.Count; state++)
        {
            var (from, to) = graph.StepsOf(state);
            for (var step = from; step < to; step++)
            {
                foreach (var assumption in ServedBy(step)) enabled[assumption][state] = true;
            }
        }
    }

    public StateGraph Graph { get; }

    public int Assumptions => enabled.Length;

    public FairnessAssumption Assumption(int index) => fairness.Assumptions[index];

    public bool IsStrong(int assumption) => fairness.Assumptions[assumption].IsStrong;

    /// <summary>Whether a step that serves the assumption is possible in an expanded state.</summary>
    public bool IsEnabled(int assumption, int state) => enabled[assumption][state];

    /// <summary>The assumptions that a step serves.</summary>
    public int[] ServedBy(int step) => fairness.ByEvent[Graph.Label(step)];
}
