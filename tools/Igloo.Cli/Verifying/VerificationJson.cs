using System.Text.Json;
using Igloo.Cli.Diagnosis;
using Igloo.Cli.Targets;
using Igloo.Proving;
using Igloo.Proving.Counterexamples;

namespace Igloo.Cli.Verifying;

/// <summary>A verification as other programs read it: the format of JSON.md and igloo-verify.schema.json.</summary>
internal static class VerificationJson
{
    /// <summary>The name of the format; a reader that does not know it must not guess.</summary>
    public const string Format = "igloo-verify/1";

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void WriteFile(string file, Verification verification) =>
        ResultFile.WriteJson("results", file, writer => Write(writer, verification));

    private static void Write(Utf8JsonWriter writer, Verification verification)
    {
        writer.WriteString("format", Format);
        writer.WriteString("igloo", Machine.OwnVersion);
        writer.WriteString("runtime", Machine.Runtime);
        WriteSolver(writer, verification.Solver);
        writer.WriteString("target", Path.GetFileName(verification.Models.Path));
        writer.WriteString("model", ModelFingerprint.Of(verification.Models.WithModels));
        WriteOptions(writer, verification.Options);
        writer.WriteString("outcome", Text(verification.Outcome));
        writer.WriteNumber("exitCode", verification.ExitCode);
        WriteMilliseconds(writer, "milliseconds", verification.Time);
        writer.WriteStartArray("subjects");
        foreach (var subject in verification.Subjects)
        {
            WriteSubject(writer, subject);
        }

        writer.WriteEndArray();
    }

    private static void WriteSolver(Utf8JsonWriter writer, SolverIdentity solver)
    {
        writer.WriteStartObject("solver");
        writer.WriteString("name", "Z3");
        writer.WriteString("version", solver.Version);
        writer.WriteString("sha256", solver.Sha256);
        writer.WriteBoolean("pinned", solver.IsPinned);
        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer, VerificationOptions options)
    {
        writer.WriteStartObject("options");
        writer.WriteString("filter", options.Filter);
        writer.WriteNumber("seed", options.Prover.Seed);
        writer.WriteNumber("stability", options.Prover.Stability);
        writer.WriteNumber("rlimit", options.Prover.ResourceLimit);
        writer.WriteNumber("explore", options.LargestInstance);
        writer.WriteBoolean("crossCheck", options.Prover.CrossCheck is not null);
        writer.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter writer, SubjectResult subject)
    {
        writer.WriteStartObject();
        writer.WriteString("name", subject.Name);
        writer.WriteString("type", subject.Subject.FullName);
        writer.WriteString("outcome", Text(subject.Outcome));
        writer.WriteStartArray("obligations");
        foreach (var result in subject.Results)
        {
            WriteObligation(writer, result, subject.Reports.GetValueOrDefault(result.Obligation));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("explorations");
        foreach (var instance in subject.Explored?.Instances ?? [])
        {
            WriteInstance(writer, instance);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteObligation(Utf8JsonWriter writer, ObligationResult result, CounterexampleReport? report)
    {
        var obligation = result.Obligation;
        writer.WriteStartObject();
        writer.WriteString("id", obligation.Id);
        writer.WriteString("name", obligation.Name);
        writer.WriteString("kind", obligation.Kind.ToString());
        writer.WriteString("file", obligation.Source.File);
        writer.WriteNumber("line", obligation.Source.Line);
        writer.WriteString("verdict", result.Verdict switch { Verdict.Proved => "proved", Verdict.Refuted => "refuted", _ => "unknown" });
        writer.WriteStartArray("assuming");
        foreach (var premise in result.UnresolvedPremises)
        {
            writer.WriteStringValue(premise.ToString());
        }

        writer.WriteEndArray();
        WriteEvidence(writer, VerdictEvidence.Of(result.Verdict));
        if (result.Verdict is Verdict.Unknown unknown)
        {
            writer.WriteString("reason", unknown.Reason);
            writer.WriteString("advice", unknown.Advice);
        }

        if (report is not null)
        {
            writer.WriteString("classification", report.Classification.ToString());
        }

        if (result.Verdict is not Verdict.Proved)
        {
            writer.WriteString("message", FailureText.Of(result, report, full: true));
        }

        writer.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject("evidence");
        writer.WriteString("method", evidence.Method.ToString());
        writer.WriteNumber("seed", evidence.Seed);
        writer.WriteNumber("resources", evidence.ResourceCount);
        writer.WriteNumber("queries", evidence.Queries);
        WriteMilliseconds(writer, "milliseconds", evidence.Time);
        WriteMilliseconds(writer, "solverMilliseconds", evidence.SolverTime);
        writer.WriteBoolean("cached", evidence.IsCached);
        if (evidence.SecondSolver.Length > 0)
        {
            writer.WriteString("secondSolver", evidence.SecondSolver);
            writer.WriteNumber("asked", evidence.SecondSolverAsked);
            writer.WriteNumber("agreed", evidence.SecondSolverAgreed);
        }

        writer.WriteEndObject();
    }

    private static void WriteInstance(Utf8JsonWriter writer, ExploredInstance instance)
    {
        writer.WriteStartObject();
        writer.WriteString("instance", instance.Description);
        writer.WriteNumber("states", instance.States);
        writer.WriteBoolean("complete", instance.IsComplete);
        writer.WriteStartArray("violations");
        foreach (var failure in instance.Failures)
        {
            writer.WriteStringValue(failure);
        }

        writer.WriteEndArray();
        WriteFlags(writer, "liveness", instance.Liveness.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (l.Key, l.Value)));
        WriteFlags(writer, "goals", instance.Goals.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Value)));
        WriteFlags(writer, "events", instance.Events);
        writer.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter writer, string name, IEnumerable<(string Name, bool IsSet)> flags)
    {
        writer.WriteStartObject(name);
        foreach (var (key, isSet) in flags)
        {
            writer.WriteBoolean(key, isSet);
        }

        writer.WriteEndObject();
    }

    private static void WriteMilliseconds(Utf8JsonWriter writer, string name, TimeSpan time) => writer.WriteNumber(name, Math.Round(time.TotalMilliseconds, 3));

    private static string Text(Outcome outcome) => outcome switch { Outcome.Holds => "holds", Outcome.Refuted => "refuted", Outcome.Failed => "failed", _ => "unknown" };
}
