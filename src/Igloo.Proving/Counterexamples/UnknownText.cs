using System.Globalization;

namespace Igloo.Proving.Counterexamples;

/// <summary>The text of what is neither proved nor refuted, the same in test output and on the command line. Its last line is a place in the source.</summary>
public static class UnknownText
{
    /// <summary>Of an obligation that could not be decided.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="unknown">The verdict.</param>
    public static string Of(Obligation obligation, Verdict.Unknown unknown)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(unknown);
        var evidence = unknown.Evidence;
        return string.Join('\n',
        [
            CounterexampleText.Aside($"UNKNOWN  {obligation}", $"{CounterexampleText.Code(obligation.Kind)}, {evidence.Time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms", 96),
            $"  Reason   {unknown.Reason}",
            .. evidence.Queries == 0 ? Array.Empty<string>()
                : [string.Create(CultureInfo.InvariantCulture, $"  Spent    {evidence.ResourceCount:N0} units of work of {evidence.Solver} in {evidence.Queries} {(evidence.Queries == 1 ? "query" : "queries")}; neither a proof nor a small world in which it fails was found")],
            $"  Try      {unknown.Advice}",
            Place(obligation),
        ]);
    }

    /// <summary>Of an obligation that is proved from something that is not.</summary>
    /// <param name="result">The obligation with what it assumes.</param>
    public static string OfOpenAssumptions(ObligationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return string.Join('\n',
        [
            $"PROVED ONLY UNDER ASSUMPTIONS  {result.Obligation}",
            $"  Assumes  {string.Join(", ", result.UnresolvedPremises)}, which {(result.UnresolvedPremises.Length == 1 ? "is" : "are")} not established: see the failures of their own",
            Place(result.Obligation),
        ]);
    }

    private static string Place(Obligation obligation) =>
        $"     at {Symbolic.Vocabulary.NameOf(obligation.Subject)} in {obligation.Source.File}:line {obligation.Source.Line}";
}
