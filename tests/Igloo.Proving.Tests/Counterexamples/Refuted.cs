using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>Counterexamples of the models here, as the prover finds them.</summary>
internal static class Refuted
{
    internal static Counterexample Find<TModel>(string obligation)
    {
        var own = Obligations.Of(typeof(TModel)).Where(o => o.Subject == typeof(TModel)).ToArray();
        var found = own.FirstOrDefault(o => o.Name == obligation);
        Assert.True(found is not null, $"There is no '{obligation}', but {string.Join("; ", own.Select(o => o.Name))}.");
        var verdict = Prover.Decide(found, cancellation: TestContext.Current.CancellationToken);
        return Assert.IsType<Verdict.Refuted>(verdict).Counterexample;
    }

    internal static CounterexampleReport Analyse<TModel>(string obligation) => CounterexampleAnalysis.Analyse(Find<TModel>(obligation));
}
