namespace Igloo.Cli.Diagnosis;

/// <summary>One thing that Igloo needs from the machine, or can use.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="Health">Whether it is as it should be.</param>
/// <param name="Facts">Version, place and the like.</param>
/// <param name="Advice">What to do, where something is wrong or missing.</param>
internal sealed record Finding(string Subject, Health Health, string Facts, string? Advice = null);
