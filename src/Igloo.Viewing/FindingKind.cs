namespace Igloo.Viewing;

/// <summary>What an exploration found.</summary>
public enum FindingKind
{
    /// <summary>Something that refutes the model.</summary>
    Violation,

    /// <summary>A state without enabled events, of a model that makes no claim about where it ends.</summary>
    Deadlock,

    /// <summary>A goal, reached or not.</summary>
    Goal,
}
