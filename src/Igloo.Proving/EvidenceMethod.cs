namespace Igloo.Proving;

/// <summary>How a verdict was reached.</summary>
public enum EvidenceMethod
{
    /// <summary>By simplification alone; no solver was needed.</summary>
    Simplification,

    /// <summary>By the solver, for all worlds.</summary>
    Solver,

    /// <summary>By the solver, in worlds of bounded size: good for existence, never for universal claims.</summary>
    BoundedWorlds,

    /// <summary>By running the compiled model on its shipped instances.</summary>
    Execution,
}
