namespace Igloo.Exploring;

/// <summary>What a property of a model claims.</summary>
public enum PropertyKind
{
    /// <summary>Holds in every reachable state.</summary>
    Invariant,

    /// <summary>Follows from the invariants, so holds in every reachable state.</summary>
    Lemma,

    /// <summary>Holds of every step from a reachable state.</summary>
    StepProperty,

    /// <summary>Holds of every event with its past.</summary>
    TraceProperty,

    /// <summary>Holds in some reachable state.</summary>
    Goal,

    /// <summary>Holds in states in which a run may end; as what is violated: a state without enabled events in which none of them holds.</summary>
    Terminal,

    /// <summary>Holds at some point of every fair run.</summary>
    Eventually,

    /// <summary>Whenever its premise holds in a fair run, its conclusion holds then or later.</summary>
    LeadsTo,

    /// <summary>An assumption of a theory, which holds of an instance.</summary>
    Axiom,

    /// <summary>Computing the next state or a property fails with no exception.</summary>
    Defined,
}
