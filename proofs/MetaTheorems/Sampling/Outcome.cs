namespace MetaTheorems.Sampling;

/// <summary>What a theorem says about one case.</summary>
public abstract record Outcome
{
    /// <summary>Its premises do not hold of the case, or it has no instances.</summary>
    public static Outcome Vacuous { get; } = new Irrelevant();

    /// <summary>The premises hold and the conclusion, too.</summary>
    public static Outcome Confirmed { get; } = new Confirming();

    /// <summary>The premises hold and the conclusion does not.</summary>
    public static Outcome Contradicted(string how) => new Contradicting(how);

    public sealed record Irrelevant : Outcome;

    public sealed record Confirming : Outcome;

    public sealed record Contradicting(string How) : Outcome;
}
