namespace Igloo.Exploring;

/// <summary>The order in which states are visited. A complete search visits and generates the same whatever the order.</summary>
public enum SearchStrategy
{
    /// <summary>Level by level: every run that is reported is a shortest one.</summary>
    BreadthFirst,

    /// <summary>
    /// Along one run as far as it goes: finds deep states early, keeps the states of one run only when <see cref="StateStorage.Fingerprints"/>
    /// are stored. Runs that are reported need not be shortest; the depth is that of the longest run followed. Uses one worker.
    /// </summary>
    DepthFirst,
}
