namespace Igloo.Proving.Counterexamples;

/// <summary>The text of an obligation that was neither proved nor refuted. Its last line is a place in the source.</summary>
public static class UnknownText
{
    /// <summary>The text.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="unknown">The verdict.</param>
    public static string Of(Obligation obligation, Verdict.Unknown unknown)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(unknown);
        return string.Join('\n',
        [
            $"{$"UNKNOWN  {obligation.Name}",-93}   {CounterexampleText.Code(obligation.Kind)}",
            $"  Reason   {unknown.Reason}",
            $"  Spent    {unknown.Evidence.ResourceCount:N0} units of {unknown.Evidence.Solver} in {unknown.Evidence.Queries} queries; small worlds were searched for a counterexample, too",
            $"  Try      {unknown.Advice}",
            $"     at {Symbolic.Vocabulary.NameOf(obligation.Subject)} in {obligation.Source.File}:line {obligation.Source.Line}",
        ]);
    }
}
