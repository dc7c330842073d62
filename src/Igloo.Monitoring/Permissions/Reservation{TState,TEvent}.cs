namespace Igloo.Monitoring.Permissions;

/// <summary>The permission of an operation in flight whose input is not known yet.</summary>
internal sealed class Reservation<TState, TEvent>
    where TEvent : class
{
    /// <summary>The operation, or 0 when it is over.</summary>
    public long Operation { get; set; }

    public bool IsInFlight => Operation != 0;

    /// <summary>Its event with a sample for the input.</summary>
    public TEvent? Sample { get; set; }

    /// <summary>The last state that was seen to permit it: most events leave the state as it is.</summary>
    public TState? PermittedBy { get; set; }
}
