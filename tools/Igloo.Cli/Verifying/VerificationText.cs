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

    /// <summary>Header, a paragraph for each model, failures, and one closing line.</summary>
    public IEnumerable<string> Lines(Verification verification)
    {
        var models = verification.Models;
        yield return $"{style.Heading(Path.GetFileNameWithoutExtension(models.Path))}   {Machine.Runtime}   {verification.Solver}   model {ModelFingerprint.Of(models.WithModels)}";
        foreach (var subject in verification.Subjects)
        {
            foreach (var line in Paragraph(subject))
            {
                yield return line;
            }
        }

        foreach (var line in Failures(verification))
        {
            yield return line;
        }

        yield return Closing(verification);
    }

    private IEnumerable<string> Paragraph(SubjectResult subject)
    {
        var proved = subject.Results.Count(r => r.Verdict is Verdict.Proved);
        var refuted = subject.Results.Count(r => r.Verdict is Verdict.Refuted);
        var cached = subject.Results.Count(r => VerdictEvidence.Of(r.Verdict).IsCached);
        var unknown = subject.Results.Length - proved - refuted;
        var time = subject.Results.Sum(r => VerdictEvidence.Of(r.Verdict).Time.TotalMilliseconds);
        yield return style.Heading(subject.Name);
        var count = $"{proved} of {subject.Results.Length} {(subject.Results.Length == 1 ? "obligation" : "obligations")}";
        var rest = $"({cached} cached, {unknown} unknown{(refuted > 0 ? $", {refuted} REFUTED" : "")})";
        yield return $"  {Label("Proved", proved == subject.Results.Length)} {count,-48} {time,6:0} ms   {rest}";
        foreach (var result in subject.Results.Where(r => full || (r.Verdict is Verdict.Proved && !r.Holds)))
        {
            yield return $"             {Mark(result)}  {result.Obligation.Name}{(full ? Detail(result) : "")}";
        }

        if (subject.Explored is { } explored)
        {
            yield return $"  {Label("Explored", !explored.Failures.Any() && !explored.MissedGoals.Any())} {Describe(explored)}";
        }
    }

    private static string Describe(ExplorationSummary explored)
    {
        if (explored.Skipped is not null)
        {
            return $"nothing: {explored.Skipped}";
        }

        var complete = explored.Instances.Where(i => i.IsComplete).ToList();
        List<string> parts =
        [
            Range(explored.Instances.Select(i => i.Description).ToList()),
            complete.Count == explored.Instances.Length ? "complete" : complete.Count > 0 ? $"complete up to {complete[^1].Description}" : "INCOMPLETE",
            $"{explored.Instances.Sum(i => i.States):N0} states",
        ];
        if (explored.Occurring.Any())
        {
            parts.Add($"{string.Join(", ", explored.Occurring)} occur");
        }

        parts.AddRange(explored.NeverEnabled.Select(e => $"{e} NEVER ENABLED"));
        parts.AddRange(explored.ReachedGoals.Select(g => $"goal {g} reached"));
        parts.AddRange(explored.MissedGoals.Select(g => $"goal {g} NOT REACHED"));
        return string.Join(", ", parts);
    }

    private static string Range(List<string> names) => names.Count <= 2 ? string.Join(", ", names) : $"{names[0]} .. {names[^1]}";

    private IEnumerable<string> Failures(Verification verification)
    {
        var messages = verification.Results.Where(r => r.Verdict is not Verdict.Proved).Select(r => FailureText.Of(r, full))
            .Concat(verification.Subjects.Where(s => !s.Results.Any(r => r.Verdict is Verdict.Refuted)).SelectMany(s => s.Explored?.Failures ?? []))
            .ToList();
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
        var counts = new[]
        {
            Count(refuted, "refuted"), Count(violated, "violated in an instance"), Count(unknown, "unknown"), Count(missed, "never reached"),
            Count(results.Count(r => r.Verdict is Verdict.Proved && !r.Holds), "proved only under an open assumption"),
        };
        var time = $"{verification.Time.TotalMilliseconds:0} ms";
        return verification.Outcome switch
        {
            Outcome.Holds => style.Good($"HOLDS  all {results.Count} obligations proved, {time}"),
            Outcome.Refuted => style.Bad($"REFUTED  {string.Join(", ", counts.OfType<string>())}, of {results.Count} obligations, {time}"),
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

    private string Label(string text, bool isGood) => isGood ? style.Good($"{text,-10}") : style.Bad($"{text,-10}");

    private string Coloured(string message)
    {
        var first = message.AsSpan().IndexOfAny(' ', '\n');
        return first <= 0 ? message : style.Bad(message[..first]) + message[first..];
    }
}
