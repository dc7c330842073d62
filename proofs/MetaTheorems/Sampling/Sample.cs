namespace MetaTheorems.Sampling;

/// <summary>What one random case is made of: everything in it is drawn from the seed, at most as large as the size says.</summary>
public sealed record Sample(int Size, int Seed)
{
    private const int SeedsOfSmallerSizes = 40;

    public Random Random() => new(Seed);

    /// <summary>Smaller cases that may fail as well.</summary>
    public IEnumerable<Sample> Smaller() =>
        Enumerable.Range(1, Size - 1).SelectMany(size => Enumerable.Range(0, SeedsOfSmallerSizes).Select(seed => new Sample(size, seed)));
}
