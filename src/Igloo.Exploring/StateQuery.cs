namespace Igloo.Exploring;

/// <summary>The answer to whether some state is reachable.</summary>
public abstract record StateQuery
{
    private StateQuery()
    {
    }

    /// <summary>A run leads there.</summary>
    /// <param name="Run">A shortest run.</param>
    public sealed record Reached(Run Run) : StateQuery;

    /// <summary>No visited state is the one asked for. A statement about the instance only if the search was complete.</summary>
    /// <param name="Completeness">Whether everything reachable was visited.</param>
    /// <param name="Visited">How much was visited.</param>
    /// <param name="Fault">Where the compiled model failed, if that ended the search.</param>
    public sealed record NotReached(Completeness Completeness, int Visited, Violation? Fault = null) : StateQuery;
}
