using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>An event of a log that the model does not have at this point.</summary>
public sealed record LogMismatch
{
    private const int MostShown = 6;

    /// <summary>The event with its place in the log.</summary>
    public required string Event { get; init; }

    /// <summary>The conjuncts of the guard with their values; where there are no terms, the state.</summary>
    public required string Because { get; init; }

    /// <summary>Events that the model permits at this point, those of the same case first, over the values that occur.</summary>
    public required ImmutableArray<string> Permitted { get; init; }

    /// <summary>What would have to happen first; empty if nothing near was found.</summary>
    public string Nearest { get; init; } = "";

    /// <summary>The shortest trace of the model that ends in this event; empty if the search found none.</summary>
    public ImmutableArray<string> ShortestTrace { get; init; } = [];

    /// <summary>The mismatch in a few lines.</summary>
    public override string ToString()
    {
        var permitted = Permitted.IsEmpty ? "nothing over the values that occur" : string.Join(" | ", Permitted.Take(MostShown)) + (Permitted.Length > MostShown ? $" | … {Permitted.Length - MostShown} more" : "");
        List<string> lines = [$"  Logged     {Event}", $"  Because    {Because}", $"  Permitted  {permitted}"];
        if (Nearest.Length > 0) lines.Add($"  Nearest    {Nearest}");
        lines.Add($"  Shortest   {(ShortestTrace.IsEmpty ? "no trace of the model with this event was found" : string.Join("   ", ShortestTrace))}");
        return string.Join('\n', lines);
    }
}
