using System.Collections.Immutable;
using Igloo.Proving.Logic;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class ModelTests
{
    private static readonly SolverOptions Quick = new() { ResourceLimit = 1_000_000 };

    [Fact]
    public void Managed_evaluation_satisfies_the_assertions_when_z3_finds_a_model()
    {
        var satisfiable = 0;
        var unsatisfiable = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new RandomFormulas(seed);
            ImmutableArray<Expression> assertions = [random.Formula(4), random.Formula(4), random.Formula(3)];
            switch (new SatisfiabilityQuery(assertions).Check(Quick, TestContext.Current.CancellationToken))
            {
                case SatisfiabilityResult.Satisfiable found:
                    satisfiable++;
                    foreach (var assertion in assertions)
                        Assert.True(found.Model.Holds(assertion) == true, $"seed {seed}: {assertion} evaluates to {found.Model.Evaluate(assertion)?.ToString() ?? "unknown"}");
                    break;
                case SatisfiabilityResult.Unsatisfiable:
                    unsatisfiable++;
                    break;
            }
        }

        Assert.True(satisfiable >= 200 && unsatisfiable >= 20, $"{satisfiable} satisfiable and {unsatisfiable} unsatisfiable are too few for a test.");
    }

    [Fact]
    public void Model_satisfies_no_negated_assertion()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var formula = new RandomFormulas(seed).Formula(4);
            if (new SatisfiabilityQuery([formula]).Check(Quick, TestContext.Current.CancellationToken) is SatisfiabilityResult.Satisfiable found)
                Assert.False(found.Model.Holds(Not(formula)), $"seed {seed}");
        }
    }

    [Fact]
    public void Quantifier_over_integers_is_never_decided_against_the_solver()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var formula = new RandomFormulas(seed, withIntegerQuantifiers: true).Formula(4);
            if (new SatisfiabilityQuery([formula]).Check(Quick, TestContext.Current.CancellationToken) is SatisfiabilityResult.Satisfiable found)
                Assert.True(found.Model.Holds(formula) != false, $"seed {seed}: {formula}");
        }
    }

    [Fact]
    public void Interpretation_lists_a_predicate_over_a_finite_universe()
    {
        var node = new Sort.Uninterpreted("Node");
        var marked = new FunctionSymbol("marked", [node], Sort.Bool);
        var a = Apply(FunctionSymbol.Constant("a", node));
        var b = Apply(FunctionSymbol.Constant("b", node));
        var result = new SatisfiabilityQuery([Apply(marked, a), Not(Apply(marked, b))]).Check(cancellationToken: TestContext.Current.CancellationToken);
        var model = Assert.IsType<SatisfiabilityResult.Satisfiable>(result).Model;
        var entries = model.Interpretation(marked).Entries;
        Assert.Equal(2, entries.Length);
        Assert.Single(entries, entry => entry.Value == ModelValue.True);
    }

    [Fact]
    public void Interpretation_reads_a_set_of_integers_back()
    {
        var set = new FunctionSymbol("set", [Sort.Int], Sort.Bool);
        var x = new BoundVariable(1, "x", Sort.Int);
        var membership = Or(Equal(Variable(x), Integer(3)), Equal(Variable(x), Integer(-20)));
        var result = new SatisfiabilityQuery([ForAll(x, Iff(Apply(set, Variable(x)), membership))]).Check(cancellationToken: TestContext.Current.CancellationToken);
        var model = Assert.IsType<SatisfiabilityResult.Satisfiable>(result).Model;
        Assert.Equal(
            ["-20", "3"],
            model.Interpretation(set).Entries.Where(entry => entry.Value == ModelValue.True).Select(entry => entry.Arguments[0].ToString()!).Order());
    }

    [Fact]
    public void Division_by_zero_evaluates_as_the_solver_chose()
    {
        var n = Apply(FunctionSymbol.Constant("n", Sort.Int));
        var assertion = And(Equal(Divide(Integer(7), n), Integer(5)), Equal(n, Integer(0)));
        var result = new SatisfiabilityQuery([assertion]).Check(cancellationToken: TestContext.Current.CancellationToken);
        var model = Assert.IsType<SatisfiabilityResult.Satisfiable>(result).Model;
        Assert.NotEqual(false, model.Holds(assertion));
    }
}
