using System.Text.Json;
using Igloo.Cli.Diagnosis;
using Igloo.Cli.Targets;
using Igloo.Monitoring.Runs;

namespace Igloo.Cli.Logs;

/// <summary>A check of logs as other programs read it: the format of JSON.md and igloo-log.schema.json.</summary>
internal static class LogJson
{
    /// <summary>The name of the format; a reader that does not know it must not guess.</summary>
    public const string Format = "igloo-log/1";

    /// <summary>The exit code of a command that comes to this outcome.</summary>
    public static int ExitCodeOf(LogOutcome outcome) => outcome switch { LogOutcome.Accepted => ExitCode.Holds, LogOutcome.Rejected => ExitCode.Refuted, _ => ExitCode.Unknown };

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void WriteFile(string file, ModelAssembly models, string source, LogReport report) =>
        ResultFile.WriteJson("findings", file, writer => Write(writer, models, source, report));

    private static void Write(Utf8JsonWriter writer, ModelAssembly models, string source, LogReport report)
    {
        writer.WriteString("format", Format);
        writer.WriteString("igloo", Machine.OwnVersion);
        writer.WriteString("target", Path.GetFileName(models.Path));
        writer.WriteString("source", source);
        writer.WriteString("outcome", NameOf(report.Outcome));
        writer.WriteNumber("exitCode", ExitCodeOf(report.Outcome));
        writer.WriteStartArray("findings");
        foreach (var finding in report.Findings) Write(writer, finding);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, LogFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("name", finding.Name);
        writer.WriteString("outcome", NameOf(finding.Outcome));
        writer.WriteString("summary", finding.Summary);
        Write(writer, "assuming", finding.Assuming);
        Write(writer, "doubts", finding.Doubts);
        writer.WriteStartArray("mismatches");
        foreach (var mismatch in finding.Mismatches) Write(writer, mismatch);
        writer.WriteEndArray();
        Write(writer, "trace", finding.Trace);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LogMismatch mismatch)
    {
        writer.WriteStartObject();
        writer.WriteString("event", mismatch.Event);
        if (mismatch.Place is { } place)
        {
            writer.WriteString("file", place.File);
            writer.WriteNumber("line", place.Line);
        }

        writer.WriteString("because", mismatch.Because);
        Write(writer, "permitted", mismatch.Permitted);
        writer.WriteString("nearest", mismatch.Nearest);
        Write(writer, "reached", mismatch.Reached);
        writer.WriteBoolean("reachedIsShortest", mismatch.IsReachedShortest);
        Write(writer, "shortest", mismatch.ShortestTrace);
        writer.WriteBoolean("impossible", mismatch.IsImpossible);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static string NameOf(LogOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
