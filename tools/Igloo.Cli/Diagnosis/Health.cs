namespace Igloo.Cli.Diagnosis;

/// <summary>How well a thing is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Absent or different, and Igloo works without it.</summary>
    Optional,

    /// <summary>Igloo cannot do its work.</summary>
    Wrong,
}
