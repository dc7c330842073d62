namespace Igloo.Exploring;

/// <summary>What a state without enabled events means, unless the model declares it terminal (<see cref="Models.TerminalAttribute"/>).</summary>
public enum DeadlockPolicy
{
    /// <summary>It is reported. It refutes a model that declares terminal states, since such a model claims to end nowhere else.</summary>
    Report,

    /// <summary>It refutes every model.</summary>
    Refute,

    /// <summary>Deadlocks are not looked for.</summary>
    Ignore,
}
