using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>An event of a log that the model does not have at this point.</summary>
public sealed record LogMismatch
{
    private const int MostPermitted = 6;
    private const int MostEvents = 8;

    /// <summary>The event with its place in the log.</summary>
    public required string Event { get; init; }

    /// <summary>The file and line; null if the event comes from no file.</summary>
    public LogPlace? Place { get; init; }

    /// <summary>The conjuncts of the guard with their values; where there are no terms, the state.</summary>
    public required string Because { get; init; }

    /// <summary>Events that the model permits at this point, those of the same case first, over the values that occur.</summary>
    public required ImmutableArray<string> Permitted { get; init; }

    /// <summary>What would have to happen first; empty if nothing near was found.</summary>
    public string Nearest { get; init; } = "";

    /// <summary>A trace of the model to the point where the log leaves it; empty if that is where the model begins.</summary>
    public ImmutableArray<string> Reached { get; init; } = [];

    /// <summary>Whether no trace over the values that occur leads there in fewer steps; else it is what the log says, without what can be left out.</summary>
    public bool IsReachedShortest { get; init; }

    /// <summary>The shortest trace of the model that ends in this event; empty if the search found none.</summary>
    public ImmutableArray<string> ShortestTrace { get; init; } = [];

    /// <summary>Whether no trace over the values that occur ends in this event; not known where the search was cut.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>The mismatch in a few lines.</summary>
    public override string ToString()
    {
        var permitted = Permitted.IsEmpty ? "nothing over the values that occur" : string.Join(" | ", Permitted.Take(MostPermitted)) + (Permitted.Length > MostPermitted ? $" | … {Permitted.Length - MostPermitted} more" : "");
        List<string> lines = [$"  Logged     {Event}{(Place is null ? "" : $"      {Place}")}", $"  Because    {Because.Replace("\n", "\n             ", StringComparison.Ordinal)}", $"  Permitted  {permitted}"];
        if (Nearest.Length > 0) lines.Add($"  Nearest    {Nearest}");
        lines.Add($"  Reached    {(Reached.IsEmpty ? "where the log begins" : $"{(IsReachedShortest ? "in" : "for instance in")} {Reached.Length}:  {Listed(Reached)}")}");
        lines.Add($"  Shortest   {Shortest()}");
        return string.Join('\n', lines);
    }

    private string Shortest() => !ShortestTrace.IsEmpty ? $"to such an event in {ShortestTrace.Length}:  {Listed(ShortestTrace)}"
        : IsImpossible ? "no trace of the model over the values that occur has this event"
        : "no trace of the model with this event was found; the search was cut";

    private static string Listed(ImmutableArray<string> trace) => trace.Length <= MostEvents
        ? string.Join("   ", trace)
        : $"{string.Join("   ", trace.Take(MostEvents / 2))}   … {trace.Length - MostEvents} more …   {string.Join("   ", trace.TakeLast(MostEvents / 2))}";
}
