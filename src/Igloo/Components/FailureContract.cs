namespace Igloo.Components;

/// <summary>Where the token is after an I/O operation has failed.</summary>
/// <remarks>Published systems disagree, so each operation declares it and a monitor implements exactly that.</remarks>
public enum FailureContract
{
    /// <summary>
    /// Back at the old place, with the permission (listing 2 of the paper). Right where nothing left, or where the environment may
    /// duplicate the message anyway.
    /// </summary>
    Keep,

    /// <summary>At the next place, as after success. Right where the environment may lose the message; never for ordered channels.</summary>
    Lost,

    /// <summary>Gone: the component stops. Always sound.</summary>
    Stop,

    /// <summary>At the old or the next place: only what both permit is permitted from then on.</summary>
    Unknown,
}
