namespace Igloo.Terms;

/// <summary>What a function is for in its model.</summary>
public enum FunctionRole
{
    /// <summary>A function that others call.</summary>
    Auxiliary,

    /// <summary>An abstract member of a theory: uninterpreted.</summary>
    Symbol,

    /// <summary>An axiom of a theory.</summary>
    Axiom,

    /// <summary>The transition function.</summary>
    Next,

    /// <summary>The single initial state, or one of several families of them.</summary>
    Initial,

    /// <summary>An invariant.</summary>
    Invariant,

    /// <summary>A lemma.</summary>
    Lemma,

    /// <summary>A property of steps.</summary>
    StepProperty,

    /// <summary>A property of traces.</summary>
    TraceProperty,

    /// <summary>A reachability goal.</summary>
    Sometimes,

    /// <summary>States in which a run may end.</summary>
    Terminal,

    /// <summary>A predicate that every fair run satisfies at some point.</summary>
    Eventually,

    /// <summary>A response property: premise and conclusion.</summary>
    LeadsTo,

    /// <summary>What automatic events of a component use up.</summary>
    Ranking,
}
