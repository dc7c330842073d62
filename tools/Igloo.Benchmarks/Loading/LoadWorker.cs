using System.Diagnostics;

namespace Igloo.Benchmarks.Loading;

/// <summary>Makes round trips on its connections by turns, one after the other.</summary>
/// <param name="number">Its number.</param>
/// <param name="connections">Its connections.</param>
internal sealed class LoadWorker(int number, int[] connections)
{
    private int next;

    /// <summary>The durations of the last block; its length is that of the next one.</summary>
    public long[] Ticks { get; set; } = new long[Math.Max(connections.Length, 200)];

    public async Task Run(ILoad load, bool isMonitored)
    {
        var ticks = Ticks;
        for (var i = 0; i < ticks.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await load.RoundTrip(number, connections[next], isMonitored);
            ticks[i] = Stopwatch.GetTimestamp() - begun;
            next = next + 1 == connections.Length ? 0 : next + 1;
        }
    }
}
