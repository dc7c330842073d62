namespace Igloo.Viewing.States;

/// <summary>What the last event did to a part of the state.</summary>
public enum Change
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has another value.</summary>
    Changed,

    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is no longer there.</summary>
    Removed,
}
