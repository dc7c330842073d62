namespace Igloo.Exploring;

/// <summary>Which requirement of a simulation fails.</summary>
public enum RefinementFailure
{
    /// <summary>The state that witnesses a concrete initial one is no initial state of the abstract system.</summary>
    WitnessNotInitial,

    /// <summary>An initial state has no related one.</summary>
    InitialUnrelated,

    /// <summary>The mediated event is not enabled in the abstract state.</summary>
    NotEnabled,

    /// <summary>The states after the step are not related.</summary>
    Unrelated,

    /// <summary>An equality hides an enabled event.</summary>
    Hidden,

    /// <summary>An equality's mediators are not inverse to each other.</summary>
    NotInverse,

    /// <summary>The compiled code threw.</summary>
    Fault,
}
