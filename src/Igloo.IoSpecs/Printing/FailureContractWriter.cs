using System.Collections.Immutable;
using Igloo.Components;

namespace Igloo.IoSpecs.Printing;

/// <summary>Writes where the token is after each operation has failed.</summary>
internal static class FailureContractWriter
{
    /// <summary>Aligned lines, in the order of the events; ghost operations share the last one.</summary>
    public static string Text(Type eventType)
    {
        var rows = Rows(eventType);
        var width = rows.Max(r => r.Operation.Length);
        return string.Join('\n', rows.Select(r => $"    {r.Operation.PadRight(width)}   {r.Contract,-7}   {r.Meaning}".TrimEnd()));
    }

    /// <summary>A table of Markdown.</summary>
    public static string Markdown(Type eventType) =>
        "| operation | after a failure | meaning |\n|---|---|---|\n"
        + string.Join('\n', Rows(eventType).Select(r => $"| {r.Operation} | {r.Contract} | {r.Meaning} |"));

    private static ImmutableArray<(string Operation, string Contract, string Meaning)> Rows(Type eventType)
    {
        var signatures = EventCases.Of(eventType).Select(EventSignature.Of).ToArray();
        var ghosts = signatures.Where(s => s.IsInternal).Select(OperationName.Of).ToArray();
        var rows = signatures.Where(s => !s.IsInternal).DistinctBy(s => s.Operation!.Name).Select(s => (
            s.Operation!.Name,
            s.Operation.OnFailure.ToString().ToLowerInvariant(),
            Meaning(s.Operation.OnFailure) + (s.IsBlocking ? "; it may wait for ever" : "")));
        return ghosts.Length == 0 ? [.. rows] : [.. rows, (string.Join(", ", ghosts), "none", "a ghost operation, which cannot fail")];
    }

    private static string Meaning(FailureContract contract) => contract switch
    {
        FailureContract.Keep => "the token stays at t, with the permission",
        FailureContract.Lost => "the token is at t', as after success",
        FailureContract.Stop => "the token is gone",
        _ => "the token is at t or at t': only what both permit is permitted",
    };
}
