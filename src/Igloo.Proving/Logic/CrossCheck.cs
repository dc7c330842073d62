namespace Igloo.Proving.Logic;

/// <summary>What a second solver says about a result: a closed set of cases. Only <see cref="Agree"/> is evidence.</summary>
public abstract record CrossCheck
{
    private CrossCheck() { }

    /// <summary>The second solver reached the same answer.</summary>
    /// <param name="Solver">Its name and version.</param>
    public sealed record Agree(string Solver) : CrossCheck;

    /// <summary>The two solvers contradict each other: one of them, or our translation, is wrong.</summary>
    /// <param name="Solver">The second solver's name and version.</param>
    /// <param name="Expected">The answer under test.</param>
    /// <param name="Found">The second solver's answer.</param>
    public sealed record Disagree(string Solver, string Expected, string Found) : CrossCheck;

    /// <summary>The second solver gave up, or there is no answer to compare with.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Undetermined(string Reason) : CrossCheck;

    /// <summary>The second solver failed.</summary>
    /// <param name="Report">Its exit code and what it printed.</param>
    public sealed record Crashed(string Report) : CrossCheck;
}
