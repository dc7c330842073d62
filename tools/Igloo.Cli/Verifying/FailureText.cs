using Igloo.Proving;
using Igloo.Proving.Counterexamples;

namespace Igloo.Cli.Verifying;

/// <summary>The message of an obligation that does not hold; its last line is the user's clause.</summary>
internal static class FailureText
{
    /// <summary>The message, of several lines.</summary>
    /// <param name="result">The obligation with its verdict.</param>
    /// <param name="report">What its counterexample means; null where there is none.</param>
    /// <param name="full">Without the limit on lines.</param>
    public static string Of(ObligationResult result, CounterexampleReport? report, bool full) => result.Verdict switch
    {
        Verdict.Refuted refuted => CounterexampleText.Of(report!, full, refuted.Evidence.Time),
        Verdict.Unknown unknown => UnknownText.Of(result.Obligation, unknown),
        _ => throw new ArgumentException("Only what is not proved has a message.", nameof(result)),
    };
}
