using System.Collections.Immutable;

namespace Igloo.Viewing.Graphs;

/// <summary>Orders the nodes of each column so that few edges cross: each near the average of its neighbours to the left.</summary>
internal static class Layering
{
    private const int Sweeps = 3;

    /// <summary>The row of each node in its column.</summary>
    /// <param name="layers">The column of each node.</param>
    /// <param name="edges">The edges.</param>
    public static ImmutableArray<int> Rows(ImmutableArray<int> layers, ImmutableArray<GraphEdge> edges)
    {
        var columns = Enumerable.Range(0, layers.Length).GroupBy(id => layers[id]).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
        var height = new double[layers.Length];
        foreach (var column in columns) Place(column, height);

        var incoming = edges.Where(e => layers[e.From] < layers[e.To]).ToLookup(e => e.To, e => e.From);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in columns)
            {
                Array.Sort([.. column.Select((id, i) => (incoming[id].Select(from => height[from]).DefaultIfEmpty(height[id]).Average(), i))], column);
                Place(column, height);
            }
        }

        var rows = new int[layers.Length];
        foreach (var column in columns)
        {
            for (var i = 0; i < column.Length; i++) rows[column[i]] = i;
        }

        return [.. rows];
    }

    // Columns are centred on a common axis.
    private static void Place(int[] column, double[] height)
    {
        for (var i = 0; i < column.Length; i++) height[column[i]] = i - ((column.Length - 1) / 2.0);
    }
}
