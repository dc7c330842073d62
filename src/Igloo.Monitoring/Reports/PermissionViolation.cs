using System.Collections.Immutable;

namespace Igloo.Monitoring.Reports;

/// <summary>An action that the specification did not permit: the same fields for the exception, the log and the audit line.</summary>
public sealed record PermissionViolation
{
    /// <summary>Why it was not permitted.</summary>
    public required ViolationKind Kind { get; init; }

    /// <summary>The name of the component.</summary>
    public required string Component { get; init; }

    /// <summary>What it was attempted on, for instance an address; empty for internal events.</summary>
    public required string Channel { get; init; }

    /// <summary>How many bytes were to be sent; 0 where that has no meaning.</summary>
    public required int Bytes { get; init; }

    /// <summary>The attempted event.</summary>
    public required string Attempted { get; init; }

    /// <summary>Events of the same case that were permitted, over the values that occur in the state.</summary>
    public required ImmutableArray<string> Permitted { get; init; }

    /// <summary>The conjuncts of the guard with their values, or the state where there are no terms.</summary>
    public required ImmutableArray<string> Because { get; init; }

    /// <summary>What would have to happen first; empty if nothing near was found.</summary>
    public required string Nearest { get; init; }

    /// <summary>What to do about it, where nothing near was found that would permit it.</summary>
    public string Advice { get; init; } = "";

    /// <summary>The last events, oldest first.</summary>
    public required ImmutableArray<string> History { get; init; }

    /// <summary>When, relative to the last event, and whether it is the first.</summary>
    public required string When { get; init; }

    /// <summary>The policy, and what it did.</summary>
    public required string Policy { get; init; }

    /// <summary>The model and its version.</summary>
    public required string Model { get; init; }

    /// <summary>The line of the audit log that tells of it, as file and line; empty where there is no log, or it could not be written.</summary>
    public string Recorded { get; init; } = "";

    /// <summary>Whether an earlier violation makes this one a mere consequence perhaps.</summary>
    public bool AfterDivergence { get; init; }

    /// <summary>Whether the action was held back.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The text of the record, at most 25 lines.</summary>
    public override string ToString() => ViolationText.Of(this);
}
