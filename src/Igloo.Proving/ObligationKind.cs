namespace Igloo.Proving;

/// <summary>The kinds of obligations.</summary>
public enum ObligationKind
{
    /// <summary>Every initial state satisfies an invariant.</summary>
    Initial,

    /// <summary>An event keeps an invariant.</summary>
    Consecution,

    /// <summary>A lemma follows from the invariants.</summary>
    Lemma,

    /// <summary>Every step of an event has a property.</summary>
    StepProperty,

    /// <summary>A property of traces follows from the invariants.</summary>
    TraceProperty,

    /// <summary>Every concrete initial state has a related abstract one.</summary>
    InitialSimulation,

    /// <summary>The abstract system does what the mediator makes of a concrete event, and stays related.</summary>
    Simulation,

    /// <summary>The two mediators of an equality are inverse to each other on an event that can happen.</summary>
    Inverse,

    /// <summary>An abstract event that a claimed property of traces speaks of is the image of some concrete event.</summary>
    Preimage,

    /// <summary>The axioms of a theory have a model that is small, but not too small.</summary>
    Satisfiability,

    /// <summary>A shipped instance of a theory satisfies its axioms, by running them.</summary>
    Instance,

    /// <summary>Operations that are not total are used only where they are defined.</summary>
    Definedness,

    /// <summary>The guard of an I/O event does not read its inputs.</summary>
    InputIndependence,

    /// <summary>An operation has some input for every output.</summary>
    Typing,

    /// <summary>Several events on one operation have disjoint inputs.</summary>
    Disjointness,

    /// <summary>The partner of an environment event is an I/O event.</summary>
    PartnerIsIo,

    /// <summary>An I/O event has a partner in the environment.</summary>
    HasPartner,

    /// <summary>The guard of an environment event does not read the outputs of its partner, or some input is always possible.</summary>
    OutputIndependence,

    /// <summary>The guard of an event fixes its ghost parameters.</summary>
    Ghost,

    /// <summary>An event can happen in some state that satisfies the invariants.</summary>
    Occurrence,

    /// <summary>What an implication assumes can be true.</summary>
    Nonvacuity,

    /// <summary>A property of the traces of a system above holds of those below, on the strength of every step between; or one of a system below follows from it.</summary>
    Transport,

    /// <summary>The class can be turned into obligations: it is a system with runs, and what it says has a first-order encoding. An obligation only where it cannot: the others of the class are unknown then.</summary>
    Encoding,

    /// <summary>The environment model justifies what an operation declares about its failures.</summary>
    FailureContract,

    /// <summary>The environment model may lose an input that a monitor may drop.</summary>
    InputLoss,

    /// <summary>A refinement of a component leaves an I/O event what it is, or an internal event internal.</summary>
    SameIo,

    /// <summary>Two automatic events lead to the same state in either order.</summary>
    Confluence,

    /// <summary>An automatic event takes no other event away, and changes nothing about it.</summary>
    Persistence,

    /// <summary>Automatic events come to an end: each uses up what the component ranks.</summary>
    Termination,

    /// <summary>No property of traces that is claimed here or above sees an automatic event.</summary>
    Hiding,
}
