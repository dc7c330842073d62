namespace Igloo.Proving.Logic;

/// <summary>What a check found: a closed set of cases.</summary>
/// <param name="Statistics">What it cost.</param>
public abstract record SatisfiabilityResult(SolverStatistics Statistics)
{
    /// <summary>The assertions hold together in a model.</summary>
    /// <param name="Model">Such a model.</param>
    /// <param name="Statistics">What the check cost.</param>
    public sealed record Satisfiable(FirstOrderModel Model, SolverStatistics Statistics) : SatisfiabilityResult(Statistics);

    /// <summary>The assertions hold together in no model.</summary>
    /// <param name="Statistics">What the check cost.</param>
    public sealed record Unsatisfiable(SolverStatistics Statistics) : SatisfiabilityResult(Statistics);

    /// <summary>The solver gave up. Neither of the above, and evidence for neither.</summary>
    /// <param name="Reason">Why, in the solver's words.</param>
    /// <param name="Statistics">What the check cost.</param>
    public sealed record Undetermined(string Reason, SolverStatistics Statistics) : SatisfiabilityResult(Statistics);

    /// <summary>The check was stopped by force: a failure of the tool, to be reported as such and never as a verdict.</summary>
    /// <param name="After">The time allowed.</param>
    /// <param name="Statistics">What the check cost.</param>
    public sealed record WatchdogFired(TimeSpan After, SolverStatistics Statistics) : SatisfiabilityResult(Statistics);
}
