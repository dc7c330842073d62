namespace Igloo.Endurance.Soaking;

/// <summary>What a series of measurements shows.</summary>
internal enum TrendVerdict
{
    /// <summary>No growth beyond the tolerance.</summary>
    Flat,

    /// <summary>More than the tolerance, and the tenths agree on it too well for chance.</summary>
    Grows,

    /// <summary>More than the tolerance, but not steadily: the machine scatters too much to say. No success.</summary>
    Unsteady,
}
