namespace Igloo.Testing;

/// <summary>How many random cases of a codec to try.</summary>
public sealed record CodecLawOptions
{
    /// <summary>The number of cases; each is some messages in a row, and one input that is random or mutated.</summary>
    public int Count { get; init; } = 10_000;

    /// <summary>The largest number of messages in a row.</summary>
    public int MostMessages { get; init; } = 4;

    /// <summary>The greatest length of random input in bytes.</summary>
    public int LongestInput { get; init; } = 64;

    /// <summary>How long one call of the codec or the generator may take: one that takes longer counts as one that never ends.</summary>
    public TimeSpan LongestCall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the whole check may take; a check that is not through by then has failed.</summary>
    public TimeSpan LongestCheck { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What an earlier failure printed, to repeat just that case; null for new cases.</summary>
    public string? Replay { get; init; }
}
