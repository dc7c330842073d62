using System.Collections.Immutable;

namespace Igloo.IoSpecs;

/// <summary>Prints what a component may do in a state.</summary>
public static class PermissionTable
{
    /// <summary>One line for each permitted event, under what the component may do with it.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="state">The state, for the heading.</param>
    public static string Print(ImmutableArray<PermissionRow> rows, object state)
    {
        var lines = rows.SelectMany(r => r.Permitted.IsEmpty ? [Line(r, r.IsTried ? "nothing" : $"{r.Case}: no value occurs to try it with")] : r.Permitted.Select((p, i) => i == 0 ? Line(r, p) : Line(null, p)));
        return $"In {state} it may\n{string.Join('\n', lines)}";
    }

    private static string Line(PermissionRow? row, string permitted) =>
        $"  {(row is null ? "" : row.Operation ?? "(internal)").PadRight(14)}{permitted}{(row is { IsBlocking: true } ? "   may wait for ever" : "")}";
}
