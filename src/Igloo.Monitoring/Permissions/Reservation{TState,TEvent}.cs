namespace Igloo.Monitoring.Permissions;

/// <summary>The permission of an operation in flight whose input is not known yet.</summary>
/// <param name="operation">The operation.</param>
/// <param name="sample">Its event with a sample for the input.</param>
internal sealed class Reservation<TState, TEvent>(long operation, TEvent sample)
{
    public long Operation { get; } = operation;

    public TEvent Sample { get; } = sample;

    /// <summary>The last state that was seen to permit it: most events leave the state as it is.</summary>
    public TState? PermittedBy { get; set; }
}
