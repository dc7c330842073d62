using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>
/// A counterexample as people and tools need it: everything as text and numbers, nothing that refers to the solver. Immutable, and
/// ready for JSON. Its text form is the same everywhere.
/// </summary>
public sealed record CounterexampleReport
{
    /// <summary>A short hash that names this counterexample, the same in every run.</summary>
    public required string Id { get; init; }

    /// <summary>The obligation's stable id.</summary>
    public required string ObligationId { get; init; }

    /// <summary>What the obligation says: <c>Accept keeps PassedOnlySmaller</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of the obligation.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>The class that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What the counterexample means.</summary>
    public required Classification Classification { get; init; }

    /// <summary>Which part fails, in words.</summary>
    public required string Failure { get; init; }

    /// <summary>Where to look: the user's clause.</summary>
    public required SourcePlace Source { get; init; }

    /// <summary>The clause that fails with the values of its parts; null where it is not one clause.</summary>
    public ViolatedClause? Clause { get; init; }

    /// <summary>What the violated property means in the words of its author; may be empty.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The sizes of the world.</summary>
    public ImmutableArray<WorldCarrier> Carriers { get; init; } = [];

    /// <summary>The operations of the theories in it.</summary>
    public ImmutableArray<WorldTable> Tables { get; init; } = [];

    /// <summary>Whether no smaller world fails.</summary>
    public bool IsSmallest { get; init; }

    /// <summary>The fields of the model itself, such as the identity of a component.</summary>
    public ImmutableArray<NamedValue> ModelFields { get; init; } = [];

    /// <summary>The states before and after.</summary>
    public ImmutableArray<StateView> States { get; init; } = [];

    /// <summary>The event, and what the mediator makes of it.</summary>
    public ImmutableArray<EventView> Events { get; init; } = [];

    /// <summary>What the event changed.</summary>
    public ImmutableArray<FieldChange> Changes { get; init; } = [];

    /// <summary>The two orders of two events, where that is what matters.</summary>
    public ImmutableArray<EventOrder> Orders { get; init; } = [];

    /// <summary>What was to become smaller with the event; null where it is not about that.</summary>
    public FieldChange? Rank { get; init; }

    /// <summary>The run to the state before the event, if one was found.</summary>
    public FoundRun? Run { get; init; }

    /// <summary>A run to something worse that follows, if one was found.</summary>
    public FoundRun? Consequence { get; init; }

    /// <summary>Where the violation was looked for and not found.</summary>
    public ImmutableArray<ExploredInstance> Explored { get; init; } = [];

    /// <summary>Axioms, invariants and guards that exclude each other, where something should be possible and is not; may be empty.</summary>
    public ImmutableArray<string> Colliding { get; init; } = [];

    /// <summary>What the classification rests on, in sentences.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>What running the compiled model showed.</summary>
    public required ReplayStatus Replay { get; init; }

    /// <summary>What was compared, or what differs, or why it could not be run.</summary>
    public required string ReplayDetail { get; init; }

    /// <summary>What the solver said where the compiled code differs; otherwise null.</summary>
    public string? SolverVersion { get; init; }

    /// <summary>What the compiled code did where the solver differs; otherwise null.</summary>
    public string? CompiledVersion { get; init; }
}
