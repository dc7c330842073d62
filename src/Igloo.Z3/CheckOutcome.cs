namespace Igloo.Z3;

/// <summary>What a check found (<c>Z3_lbool</c>).</summary>
public enum CheckOutcome
{
    /// <summary>There is no model.</summary>
    Unsatisfiable = -1,

    /// <summary>Z3 gave up; the solver knows the reason.</summary>
    Unknown = 0,

    /// <summary>There is a model.</summary>
    Satisfiable = 1,
}
