using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>Counterexamples of the models here, as the prover finds them.</summary>
internal static class Refuted
{
    internal static Counterexample Find<TModel>(string obligation)
    {
        var found = Obligations.Of(typeof(TModel)).Single(o => o.Subject == typeof(TModel) && o.Name == obligation);
        var verdict = Prover.Decide(found, cancellation: TestContext.Current.CancellationToken);
        return Assert.IsType<Verdict.Refuted>(verdict).Counterexample;
    }

    internal static CounterexampleReport Analyse<TModel>(string obligation) => CounterexampleAnalysis.Analyse(Find<TModel>(obligation));
}
