namespace Igloo.Exploring.Packed.Searching;

/// <summary>A search over packed states of some width.</summary>
internal interface IPackedSearch
{
    Completeness Completeness { get; }

    /// <summary>The number of different states visited.</summary>
    long States { get; }

    /// <summary>Initial states and steps.</summary>
    long Generated { get; }

    /// <summary>The number of levels that were expanded.</summary>
    int Depth { get; }

    /// <summary>The odds that two states were taken for one; null where states are stored.</summary>
    double? CollisionOdds { get; }

    /// <summary>Visits everything within the limits.</summary>
    void Explore();

    /// <summary>In how many states an event was enabled.</summary>
    long Occurrences(int e);

    /// <summary>What was found, with shortest runs.</summary>
    IEnumerable<ReportedFinding> Report();
}
