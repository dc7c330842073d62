namespace Igloo.Monitoring.Permissions;

/// <summary>The permission of an operation in flight whose input is not known yet.</summary>
/// <param name="sample">Its event with a sample for the input.</param>
internal sealed class Reservation<TState, TEvent>(TEvent sample)
{
    /// <summary>The operation, or 0 when it is over.</summary>
    public long Operation { get; set; }

    public bool IsInFlight => Operation != 0;

    public TEvent Sample { get; } = sample;

    /// <summary>The last state that was seen to permit it: most events leave the state as it is.</summary>
    public TState? PermittedBy { get; set; }
}
