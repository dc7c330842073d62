namespace Igloo.IoSpecs.Assertions;

/// <summary>Whether a heap satisfies an assertion.</summary>
public enum SatisfactionVerdict
{
    /// <summary>It does.</summary>
    Satisfied,

    /// <summary>It does not, if existential quantifiers range over the given values and places only.</summary>
    NotSatisfied,

    /// <summary>The budget ran out before either was shown.</summary>
    Undecided,
}
