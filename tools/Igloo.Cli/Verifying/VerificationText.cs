using Igloo.Cli.Diagnosis;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Proving;

namespace Igloo.Cli.Verifying;

/// <summary>A verification as people read it.</summary>
/// <param name="style">Colours.</param>
/// <param name="full">Every obligation and every failure, instead of the first few.</param>
internal sealed class VerificationText(Style style, bool full)
{
    private const int MostFailures = 3;
    private const int MostConditional = 3;

    /// <summary>Header, a paragraph for each model, failures, and one closing line.</summary>
    public IEnumerable<string> Lines(Verification verification)
    {
        var models = verification.Models;
        yield return $"{style.Heading(Path.GetFileNameWithoutExtension(models.Path))}   {Machine.Runtime}   {verification.Solver}   model {ModelFingerprint.Of(models.WithModels)}";
        var width = verification.Subjects.Max(s => s.Name.Length);
        foreach (var subject in verification.Subjects)
        {
            foreach (var line in Paragraph(subject, width))
            {
                yield return line;
            }
        }

        if (CrossCheck(verification) is { } crossCheck)
        {
            yield return $"{style.Heading("Cross-check".PadRight(width))}  {crossCheck}";
        }

        foreach (var generic in GenericModels.Of(models.WithModels).Where(g => verification.Subjects.All(s => !GenericModels.IsInstance(s.Subject, g))))
        {
            yield return $"{style.Open($"{GenericModels.NameOf(generic)}  not proved, because it is generic.")} {GenericModels.Advice}";
        }

        foreach (var line in Failures(verification))
        {
            yield return line;
        }

        yield return Closing(verification);
    }

    private static string? CrossCheck(Verification verification)
    {
        if (verification.Options.Prover.CrossCheck is null)
        {
            return null;
        }

        var evidence = verification.Results.Select(r => VerdictEvidence.Of(r.Verdict)).ToList();
        var asked = evidence.Sum(e => e.SecondSolverAsked);
        var agreed = evidence.Sum(e => e.SecondSolverAgreed);
        // A contradiction has ended the run before anything is printed.
        return asked == 0
            ? "nothing to confirm: no obligation was proved by the solver"
            : $"{evidence.First(e => e.SecondSolver.Length > 0).SecondSolver} confirms {agreed} of {asked} proofs, {asked - agreed} undecided, 0 contradicted";
    }

    private IEnumerable<string> Paragraph(SubjectResult subject, int width)
    {
        var name = style.Heading(subject.Name.PadRight(width));
        var blank = new string(' ', width);
        if (subject.IsTheory)
        {
            yield return $"{name}  {Label("Assumed", subject.Outcome == Outcome.Holds)} {Assumption(subject)}";
        }
        else
        {
            yield return $"{name}  {Label("Proved", subject.Results.All(r => r.Holds))} {Proofs(subject)}";
        }

        var conditional = subject.Results.Where(r => r.Verdict is Verdict.Proved && !r.Holds).ToList();
        if (!full && conditional.Count > MostConditional)
        {
            yield return $"{blank}             {style.Open($"{conditional.Count} of them proved only assuming {Assumed(conditional)}")}";
        }

        foreach (var result in full ? [.. subject.Results] : conditional.Count > MostConditional ? [] : conditional)
        {
            yield return $"{blank}             {Mark(result)}  {result.Obligation.Name}{(full ? Detail(result) : "")}";
        }

        if (!subject.IsTheory && subject.Explored is { } explored)
        {
            yield return $"{blank}  {Label("Explored", !explored.Failures.Any() && !explored.IsOpen)} {ExplorationText.Of(explored)}";
        }
    }

    private static string Assumed(IEnumerable<ObligationResult> conditional)
    {
        var premises = conditional.SelectMany(r => r.UnresolvedPremises).Distinct().Select(p => p.ToString()).Order(StringComparer.Ordinal).ToList();
        return premises.Count <= MostConditional
            ? string.Join(", ", premises)
            : $"{string.Join(", ", premises.Take(MostConditional))} and {premises.Count - MostConditional} more (--full)";
    }

    private static string Proofs(SubjectResult subject)
    {
        var proved = subject.Results.Count(r => r.Verdict is Verdict.Proved);
        var refuted = subject.Results.Count(r => r.Verdict is Verdict.Refuted);
        var cached = subject.Results.Count(r => VerdictEvidence.Of(r.Verdict).IsCached);
        var time = subject.Results.Sum(r => VerdictEvidence.Of(r.Verdict).Time.TotalMilliseconds);
        var count = $"{proved} of {subject.Results.Length} {(subject.Results.Length == 1 ? "obligation" : "obligations")}";
        return $"{count,-22} {time,5:0} ms   ({cached} cached, {subject.Results.Length - proved - refuted} unknown{(refuted > 0 ? $", {refuted} REFUTED" : "")})";
    }

    private static string Assumption(SubjectResult subject)
    {
        var satisfiable = subject.Results.All(r => r.Verdict is Verdict.Proved) ? "satisfiable" : "NOT SHOWN SATISFIABLE";
        var instances = subject.Explored is not { } explored ? "not tried on instances"
            : explored.Skipped is not null ? "no shipped instance"
            : explored.Failures.Any() ? "VIOLATED by a shipped instance"
            : $"hold on {ExplorationText.Range(explored)}";
        var axioms = TheoryExploration.AxiomsOf(subject.Subject).Length;
        return $"{axioms} {(axioms == 1 ? "axiom" : "axioms")} ({satisfiable}; {instances})";
    }

    private IEnumerable<string> Failures(Verification verification)
    {
        var messages = verification.Subjects.SelectMany(s => s.Messages(full)).ToList();
        foreach (var message in messages.Take(full ? messages.Count : MostFailures))
        {
            yield return "";
            yield return Coloured(message);
        }

        if (!full && messages.Count > MostFailures)
        {
            yield return "";
            yield return $"... and {messages.Count - MostFailures} more; --full shows all, --filter TEXT some.";
        }
    }

    private string Closing(Verification verification)
    {
        var results = verification.Results.ToList();
        var refuted = results.Count(r => r.Verdict is Verdict.Refuted);
        var violated = verification.Subjects.Sum(s => s.Explored?.Failures.Count() ?? 0);
        var unknown = results.Count(r => r.Verdict is Verdict.Unknown);
        var missed = verification.Subjects.SelectMany(s => s.Explored?.MissedGoals ?? []).Count();
        var open = verification.Subjects.SelectMany(s => s.Explored?.OpenLiveness ?? []).Count();
        var counts = new[]
        {
            Count(refuted, "refuted"), Count(violated, "violated in an instance"), Count(unknown, "unknown"), Count(missed, "never reached"), Count(open, "liveness not decided"),
            Count(results.Count(r => r.Verdict is Verdict.Proved && !r.Holds), "proved only under an open assumption"),
        };
        var time = $"{verification.Time.TotalMilliseconds:0} ms";
        return verification.Outcome switch
        {
            Outcome.Holds => style.Good($"HOLDS  all {results.Count} obligations proved, {time}"),
            Outcome.Refuted => style.Bad($"REFUTED  {string.Join(", ", counts.OfType<string>())}, of {results.Count} obligations, {time}"),
            Outcome.Failed => style.Bad($"OUR BUG  no verdict: the solver and the compiled code disagree, {time}"),
            _ => style.Open($"UNKNOWN  {string.Join(", ", counts.OfType<string>())}, of {results.Count} obligations, {time}"),
        };
    }

    private static string? Count(int number, string what) => number > 0 ? $"{number} {what}" : null;

    private static string Detail(ObligationResult result)
    {
        var evidence = VerdictEvidence.Of(result.Verdict);
        return $"   {evidence.Time.TotalMilliseconds:0.0} ms, {evidence.Method}{(evidence.IsCached ? ", cached" : "")}";
    }

    private string Mark(ObligationResult result) => result.Verdict switch
    {
        Verdict.Proved when result.Holds => style.Good("Proved"),
        Verdict.Proved => style.Open(result.Summary + ":"),
        Verdict.Refuted => style.Bad("REFUTED"),
        _ => style.Open("UNKNOWN"),
    };

    private string Label(string text, bool isGood) => isGood ? style.Good($"{text,-9}") : style.Bad($"{text,-9}");

    private string Coloured(string message)
    {
        var first = message.AsSpan().IndexOfAny(' ', '\n');
        return first <= 0 ? message : style.Bad(message[..first]) + message[first..];
    }
}
