namespace Igloo.Exploring;

/// <summary>How visited states are remembered.</summary>
public enum StateStorage
{
    /// <summary>As they are: two different states are never taken for one.</summary>
    FullStates,

    /// <summary>
    /// As 64 bits each. Two different states may be taken for one, and then a part of the space is not visited: the result says how likely
    /// that is (<see cref="Exploration.CollisionOdds"/>).
    /// </summary>
    Fingerprints,
}
