using System.Reflection;
using Igloo.Cli.Specifying;
using Igloo.Cli.Verifying;
using Igloo.Components;

namespace Igloo.Cli.Reporting;

/// <summary>What has to be trusted although every step holds.</summary>
internal static class TrustBase
{
    /// <summary>One line for each assumption, those of this system first.</summary>
    /// <param name="verification">The verification.</param>
    /// <param name="assumedFailures">The operations whose failure contract nothing justifies.</param>
    public static IEnumerable<string> Of(Verification verification, IEnumerable<string> assumedFailures)
    {
        foreach (var theory in verification.Subjects.Where(s => s.IsTheory))
        {
            var tried = theory.Explored is { Skipped: null } explored ? $"they hold on {ExplorationText.Range(explored)}" : "no shipped instance was tried";
            var count = TheoryExploration.AxiomsOf(theory.Subject).Length;
            yield return $"- **Axioms of {theory.Name}** ({count}): the real world is such; they are satisfiable, and {tried}.";
        }

        foreach (var composition in verification.Subjects.Where(s => Base(s.Subject) is not null))
        {
            var environment = Base(composition.Subject)!.GetGenericArguments()[0].DeclaringType?.Name.Split('`')[0] ?? "the environment model";
            yield return $"- **Environment of {composition.Name}**: the network and whatever else is outside behaves as {environment} says.";
            yield return $"- **Configuration of {composition.Name}**: each program is started with the parameters that `{composition.Name}.Component` gives its index (monitors check their own endpoint), with the same theory instance everywhere, and each index runs at most once.";
        }

        foreach (var (operation, assumption) in Assumptions(verification)) yield return $"- **Environment of {operation}**: {assumption}";
        if (ComponentModels.Of(verification.Models).Length > 0)
        {
            yield return "- **Complete mediation**: programs do no I/O past their monitor.";
            yield return "- **Codecs**: bytes and messages correspond.";
            if (assumedFailures.ToList() is { Count: > 0 } assumed) yield return $"- **Failure contracts** that no composition justifies: {string.Join(", ", assumed)}.";
            yield return "- **Transports**: which failures leave no doubt that nothing was sent is as their tables say, and a failed input has taken nothing.";
        }

        yield return "- **Translation** of C# to terms (compared with execution by differential tests; counterexamples are replayed).";
        yield return $"- **Solver**: {verification.Solver}, {verification.Solver.Sha256}.";
        yield return "- **Monitor, .NET runtime and operating system**.";
        yield return "- **Meta-theorems** of the method: proved by the paper's authors for their definitions, property-tested for ours.";
    }

    private static IEnumerable<(string Operation, string Assumption)> Assumptions(Verification verification) =>
        new FailureEvidence(verification).Signatures().Select(s => s.Case.Operation!).DistinctBy(o => o.GetType())
            .SelectMany(o => o.GetType().GetCustomAttributes<AssumesAttribute>(), (o, a) => (o.Name, a.Assumption));

    private static Type? Base(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at is { IsGenericType: true, Namespace: "Igloo.Components" } && at.Name.StartsWith("Composition`", StringComparison.Ordinal))
            {
                return at;
            }
        }

        return null;
    }
}
