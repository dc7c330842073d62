namespace Igloo.Benchmarks.Loading;

/// <summary>Connections on which round trips are made, with and without a monitor.</summary>
internal interface ILoad : IAsyncDisposable
{
    /// <summary>What a round trip is.</summary>
    string Name { get; }

    /// <summary>Makes one round trip.</summary>
    /// <param name="worker">Who makes it; one at a time.</param>
    /// <param name="connection">On which connection; several workers may use the same one at once.</param>
    /// <param name="isMonitored">Whether under permissions.</param>
    ValueTask RoundTrip(int worker, int connection, bool isMonitored);
}
