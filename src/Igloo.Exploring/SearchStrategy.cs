namespace Igloo.Exploring;

/// <summary>The order in which states are visited. A complete search visits and generates the same whatever the order.</summary>
public enum SearchStrategy
{
    /// <summary>Level by level: every run that is reported is a shortest one.</summary>
    BreadthFirst,

    /// <summary>
    /// The state visited last first: finds deep states early. Runs that are reported need not be shortest, the depth is that of the deepest
    /// run followed, and under a limit on depth a state that was first met at the end of a long run is not expanded. One worker.
    /// </summary>
    DepthFirst,
}
