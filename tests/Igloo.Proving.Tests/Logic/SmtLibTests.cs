using Igloo.Proving.Logic;
using Igloo.Z3;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class SmtLibTests
{
    private static readonly SolverOptions Quick = new() { ResourceLimit = 1_000_000 };

    private static string ByText(SatisfiabilityQuery query)
    {
        using var context = new Context();
        return context.RunSmtLib("(set-option :rlimit 1000000)\n" + query.ToSmtLib()).Trim();
    }

    [Fact]
    public void Text_means_the_same_to_z3_as_the_terms()
    {
        var decided = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var query = new SatisfiabilityQuery([new RandomFormulas(seed).Formula(5), new RandomFormulas(seed + 1000).Formula(4)]);
            var byText = ByText(query);
            Assert.True(byText is "sat" or "unsat" or "unknown", $"seed {seed}: {byText}\n{query.ToSmtLib()}");
            switch (query.Check(Quick, TestContext.Current.CancellationToken))
            {
                case SatisfiabilityResult.Satisfiable:
                    Assert.NotEqual("unsat", byText);
                    decided++;
                    break;
                case SatisfiabilityResult.Unsatisfiable:
                    Assert.NotEqual("sat", byText);
                    decided++;
                    break;
            }
        }

        Assert.True(decided > 100, $"only {decided} decided");
    }

    [Fact]
    public void Text_is_the_same_when_printed_again() =>
        Assert.Equal(
            new SatisfiabilityQuery([new RandomFormulas(7).Formula(6)]).ToSmtLib(),
            new SatisfiabilityQuery([new RandomFormulas(7).Formula(6)]).ToSmtLib());

    [Fact]
    public void Text_quotes_awkward_names_and_keeps_them_apart()
    {
        string[] names = ["and", "|odd|", "a b", "\\", "1st", "größe", "a_1", "select", ".dot", "@at"];
        var node = new Sort.Uninterpreted("Some sort");
        Expression[] constants = [.. names.Select(name => Apply(FunctionSymbol.Constant(name, node)))];
        Assert.Equal("sat", ByText(new([Distinct([.. constants])])));
        for (var i = 0; i < names.Length; i++)
            Assert.Equal("unsat", ByText(new([Distinct([.. constants]), Equal(constants[i], constants[(i + 1) % names.Length])])));
    }

    [Fact]
    public void Text_defines_shared_parts_once()
    {
        var n = Apply(FunctionSymbol.Constant("n", Sort.Int));
        var g = new FunctionSymbol("g", [Sort.Int, Sort.Int], Sort.Int);
        var x = new BoundVariable(1, "x", Sort.Int);
        var closed = Apply(g, n, n);
        var open = Apply(g, Variable(x), closed);
        var query = new SatisfiabilityQuery([ForAll(x, Less(Apply(g, open, open), Add(open, closed))), Less(closed, Integer(-3))]);
        Assert.Equal(
            """
            (set-logic ALL)
            (declare-fun g (Int Int) Int)
            (declare-fun n () Int)
            (define-fun part_1 () Int (g n n))
            (assert (forall ((x_1 Int)) (let ((part_2 (g x_1 part_1))) (< (g part_2 part_2) (+ part_2 part_1)))))
            (assert (< part_1 (- 3)))
            (check-sat)

            """,
            query.ToSmtLib());
    }
}
