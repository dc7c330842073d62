namespace Igloo.Exploring.Liveness;

/// <summary>Why a loop satisfies a fairness assumption.</summary>
/// <param name="Assumption">The assumption.</param>
/// <param name="TakenAt">The number of the step of the run that serves it, counted from 1 at the beginning of the stem; null where none does.</param>
/// <param name="DisabledAfter">Where no step does: the number of the step of the loop (or last one of the stem) after which it is not enabled; a strong one is enabled nowhere in the loop.</param>
public sealed record ServedAssumption(FairnessAssumption Assumption, int? TakenAt, int? DisabledAfter)
{
    /// <inheritdoc/>
    public override string ToString() =>
        TakenAt is { } taken ? $"{Assumption}  is taken at {taken}"
        : Assumption.IsStrong ? $"{Assumption}  is never enabled"
        : $"{Assumption}  is not enabled after {DisabledAfter}";
}
