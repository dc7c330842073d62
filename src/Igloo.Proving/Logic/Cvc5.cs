using System.Globalization;

namespace Igloo.Proving.Logic;

/// <summary>
/// The solver cvc5 as a second opinion, run as a process of its own. Immutable; safe for use from several threads.
/// </summary>
public sealed class Cvc5
{
    private readonly string _path;
    private readonly Lazy<string> _version;

    private Cvc5(string path)
    {
        _path = path;
        _version = new(ReadVersion);
    }

    /// <summary>Name and version, as reports print them.</summary>
    public string Version => _version.Value;

    /// <summary>The cvc5 on the PATH, null if there is none.</summary>
    public static Cvc5? Find() => Find(Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>The cvc5 in one of the folders of a search path, null if there is none.</summary>
    public static Cvc5? Find(string searchPath)
    {
        ArgumentNullException.ThrowIfNull(searchPath);
        var file = OperatingSystem.IsWindows() ? "cvc5.exe" : "cvc5";
        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } path
            ? new Cvc5(path)
            : null;
    }

    /// <summary>Compares Z3's result with cvc5's answer to the same query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="result">Z3's result.</param>
    /// <param name="timeLimit">After how much time cvc5 is killed.</param>
    /// <param name="resourceLimit">cvc5's own deterministic limit of work; 0 for none.</param>
    /// <param name="cancellationToken">Kills cvc5.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CrossCheck Check(
        SatisfiabilityQuery query, SatisfiabilityResult result, TimeSpan timeLimit, long resourceLimit = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var expected = result switch
        {
            SatisfiabilityResult.Satisfiable => "sat",
            SatisfiabilityResult.Unsatisfiable => "unsat",
            _ => null,
        };
        if (expected is null) return new CrossCheck.Undetermined("Z3 gave no answer to compare with.");
        return Run(query.ToSmtLib(), timeLimit, resourceLimit, cancellationToken) switch
        {
            { TimedOut: true } => new CrossCheck.Undetermined($"cvc5 was killed after {timeLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s."),
            { Answer: "sat" or "unsat" } run => run.Answer == expected ? new CrossCheck.Agree(Version) : new CrossCheck.Disagree(Version, expected, run.Answer),
            { Answer: "unknown" } run => new CrossCheck.Undetermined($"cvc5 does not know: {run.Report}"),
            var run => new CrossCheck.Crashed(run.Report),
        };
    }

    private ProcessRun Run(string input, TimeSpan timeLimit, long resourceLimit, CancellationToken cancellationToken)
    {
        List<string> arguments = ["--lang=smt2"];
        if (resourceLimit > 0) arguments.Add($"--rlimit={resourceLimit.ToString(CultureInfo.InvariantCulture)}");
        return ProcessRun.Start(_path, arguments, input, timeLimit, cancellationToken);
    }

    private string ReadVersion()
    {
        var run = ProcessRun.Start(_path, ["--version"], "", TimeSpan.FromSeconds(10), CancellationToken.None);
        var words = run.Report.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "version");
        return at >= 0 && at + 1 < words.Length ? $"cvc5 {words[at + 1]}" : "cvc5 of unknown version";
    }
}
