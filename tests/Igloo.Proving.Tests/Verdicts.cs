using System.Collections.Immutable;

namespace Igloo.Proving.Tests;

/// <summary>Decides obligations by name.</summary>
internal static class Verdicts
{
    internal static ImmutableArray<ObligationResult> All(Type model) =>
        Prover.DecideAll(Obligations.Of(model), cancellation: TestContext.Current.CancellationToken);

    internal static Obligation Find(Type model, string name) =>
        Obligations.Of(model).Where(o => o.Name == name && o.Subject == model) is var found && found.Any()
            ? found.Single()
            : throw new InvalidOperationException($"No obligation '{name}'; there are: {string.Join(", ", Obligations.Of(model).Select(o => o.ToString()))}");

    internal static Verdict Of(Type model, string name) => Prover.Decide(Find(model, name), cancellation: TestContext.Current.CancellationToken);

    internal static Counterexample Refuted(Type model, string name) => Assert.IsType<Verdict.Refuted>(Of(model, name)).Counterexample;

    internal static void Proved(Type model, string name) => Assert.IsType<Verdict.Proved>(Of(model, name));

    /// <summary>The names of the obligations of a class itself that do not hold.</summary>
    internal static string[] Failing(Type model) =>
        [.. All(model).Where(r => r.Obligation.Subject == model && r.Verdict is not Verdict.Proved).Select(r => r.Obligation.Name)];
}
