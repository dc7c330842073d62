using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Igloo.Proving.Logic;
using Igloo.Z3;

namespace Igloo.Proving.Deciding;

/// <summary>
/// Proofs of earlier runs in files, keyed by everything that a proof depends on: the queries, the solver, its limits and seeds, and the
/// version of this decision procedure. Only proofs are kept: a counterexample is worth computing again, and a doubt is no result.
/// </summary>
internal sealed class ProofCache(string folder)
{
    /// <summary>Changes whenever the meaning of a statement's queries changes.</summary>
    private const string Version = "3";

    internal static string Key(Statement statement, ProverOptions options)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Version} {SolverLibrary.Current.Version} {SolverLibrary.Current.Sha256} {options.ResourceLimit} {options.Seed} {options.Stability} {options.LargestWorld}\n");
        switch (statement)
        {
            case Statement.Valid valid:
                text.Append("valid\n");
                foreach (var goal in valid.Goals) text.Append(QueryOf(valid, goal).Fingerprint).Append('\n');
                break;
            case Statement.Possible possible:
                text.Append("possible\n").Append(new SatisfiabilityQuery(possible.Formulas).Fingerprint).Append('\n');
                break;
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    internal static SatisfiabilityQuery QueryOf(Statement.Valid statement, Statement.Goal goal) =>
        new([.. statement.Hypotheses, .. goal.Assumptions, Fol.Not(goal.Conclusion)]);

    internal Evidence? Find(string key)
    {
        try
        {
            var text = File.ReadAllText(PathOf(key));
            return text.Split('\n') is [var method, var solver, var seed, var resources, var ticks, var queries, var solverTicks, var seal]
                && seal == Seal(key, text[..^seal.Length])
                ? new Evidence(
                    Enum.Parse<EvidenceMethod>(method), solver, uint.Parse(seed, CultureInfo.InvariantCulture), long.Parse(resources, CultureInfo.InvariantCulture),
                    TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture)), int.Parse(queries, CultureInfo.InvariantCulture), IsCached: true)
                {
                    SolverTime = TimeSpan.FromTicks(long.Parse(solverTicks, CultureInfo.InvariantCulture)),
                }
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or OverflowException)
        {
            // What cannot be read is computed again.
            return null;
        }
    }

    internal void Add(string key, Evidence evidence)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{evidence.Method}\n{evidence.Solver}\n{evidence.Seed}\n{evidence.ResourceCount}\n{evidence.Time.Ticks}\n{evidence.Queries}\n{evidence.SolverTime.Ticks}\n");

        // Written beside and moved, so that another process never reads half a file.
        var temporary = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(temporary, text + Seal(key, text));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Tells a file that was damaged, cut or copied from another key.</summary>
    private static string Seal(string key, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key + text)));

    private string PathOf(string key) => Path.Combine(folder, key[..2], key);
}
