using System.Text.Json;
using Igloo.Cli.Diagnosis;
using Igloo.Exploring;
using Igloo.Exploring.Liveness;

namespace Igloo.Cli.Exploring;

/// <summary>An exploration as other programs read it: the format of JSON.md and igloo-explore.schema.json.</summary>
internal static class ExplorationJson
{
    /// <summary>The name of the format; a reader that does not know it must not guess.</summary>
    public const string Format = "igloo-explore/1";

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void WriteFile(string file, ModelSelection selection, IReadOnlyList<InstanceResult> results) =>
        ResultFile.WriteJson("results", file, writer => Write(writer, selection, results));

    private static void Write(Utf8JsonWriter writer, ModelSelection selection, IReadOnlyList<InstanceResult> results)
    {
        writer.WriteString("format", Format);
        writer.WriteString("igloo", Machine.OwnVersion);
        writer.WriteString("target", Path.GetFileName(selection.Assembly.Path));
        writer.WriteStartArray("explorations");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("model", result.Instance.Model.GetType().FullName);
            writer.WriteString("instance", result.Instance.Description);
            writer.WriteNumber("size", result.Instance.Size);
            writer.WriteBoolean("complete", result.IsComplete);
            writer.WriteBoolean("refuted", result.IsRefuted);
            switch (result)
            {
                case SystemResult system:
                    WriteSystem(writer, system.Found);
                    WriteLiveness(writer, system.Liveness);
                    break;
                case RefinementResult refinement:
                    WriteRefinement(writer, refinement);
                    break;
                case ReducedResult reduced:
                    writer.WriteString("reduced", reduced.Found.ToString());
                    break;
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSystem(Utf8JsonWriter writer, Exploration found)
    {
        writer.WriteString("completeness", JsonNamingPolicy.KebabCaseLower.ConvertName(found.Completeness.ToString()));
        writer.WriteNumber("states", found.States);
        writer.WriteNumber("generated", found.Generated);
        writer.WriteNumber("depth", found.Depth);
        writer.WriteNumber("milliseconds", Math.Round(found.Elapsed.TotalMilliseconds, 1));
        writer.WriteString("engine", JsonNamingPolicy.KebabCaseLower.ConvertName(found.Engine.Engine.ToString()));
        if (found.CollisionOdds is { } odds) writer.WriteNumber("collisionOdds", odds);
        writer.WriteStartObject("events");
        foreach (var e in found.Events) writer.WriteNumber(e.Name, e.Count);
        writer.WriteEndObject();
        writer.WriteStartArray("goals");
        foreach (var goal in found.Goals)
        {
            writer.WriteStartObject();
            writer.WriteString("name", goal.Property.Name);
            writer.WriteBoolean("reached", goal.IsReached);
            if (goal.Witness is { } witness) WriteRun(writer, witness);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("violations");
        foreach (var violation in found.Violations)
        {
            writer.WriteStartObject();
            writer.WriteString("name", violation.Name);
            writer.WriteString("message", violation.ToString());
            WriteRun(writer, violation.Run);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (found.Deadlock is { } deadlock)
        {
            writer.WriteStartObject("deadlock");
            WriteRun(writer, deadlock);
            writer.WriteEndObject();
        }
    }

    private static void WriteLiveness(Utf8JsonWriter writer, LivenessReport? liveness)
    {
        if (liveness is null) return;
        writer.WriteStartArray("liveness");
        foreach (var result in liveness.Results)
        {
            writer.WriteStartObject();
            writer.WriteString("name", result.Property.Name);
            writer.WriteString("verdict", JsonNamingPolicy.KebabCaseLower.ConvertName(result.Verdict.GetType().Name));
            writer.WriteString("message", result.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRefinement(Utf8JsonWriter writer, RefinementResult result)
    {
        writer.WriteString("verdict", result.Verdict.ToString());
        if (result.Inclusion is { } inclusion) writer.WriteString("inclusion", inclusion.ToString());
    }

    private static void WriteRun(Utf8JsonWriter writer, Run run)
    {
        writer.WriteStartArray("run");
        foreach (var e in run.Events) writer.WriteStringValue(ModelText.Event(e));
        writer.WriteEndArray();
    }
}
