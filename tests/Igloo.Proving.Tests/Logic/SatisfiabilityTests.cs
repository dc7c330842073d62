using Igloo.Proving.Logic;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class SatisfiabilityTests
{
    /// <summary>Nonlinear integers without solution that Z3 cannot settle: sums of three cubes.</summary>
    internal static SatisfiabilityQuery Hard()
    {
        static Expression Cube(string name)
        {
            var x = Apply(FunctionSymbol.Constant(name, Sort.Int));
            return Multiply(x, x, x);
        }

        return new([Equal(Add(Cube("x"), Cube("y"), Cube("z")), Integer(114))]);
    }

    /// <summary>Unsatisfiable, but only after a long search: so many pigeons in one hole fewer.</summary>
    internal static SatisfiabilityQuery Pigeons(int count)
    {
        Expression Sits(int pigeon, int hole) => Apply(FunctionSymbol.Constant($"p{pigeon}h{hole}", Sort.Bool));
        var pigeons = Enumerable.Range(0, count).ToArray();
        var holes = Enumerable.Range(0, count - 1).ToArray();
        return new(
        [
            .. pigeons.Select(pigeon => Or(holes.Select(hole => Sits(pigeon, hole)))),
            .. from hole in holes from one in pigeons from other in pigeons where one < other select Not(And(Sits(one, hole), Sits(other, hole))),
        ]);
    }

    [Fact]
    public void Unknown_is_reported_as_undetermined_when_the_resource_limit_is_spent()
    {
        var result = Pigeons(10).Check(new() { ResourceLimit = 100_000 }, TestContext.Current.CancellationToken);
        Assert.Contains("resource", Assert.IsType<SatisfiabilityResult.Undetermined>(result).Reason);
    }

    [Fact]
    public void Resource_count_is_the_same_in_every_run()
    {
        var formula = new RandomFormulas(5).Formula(6);
        var counts = Enumerable.Range(0, 3).Select(_ => new SatisfiabilityQuery([formula]).Check(cancellationToken: TestContext.Current.CancellationToken).Statistics.ResourceCount);
        Assert.Single(counts.Distinct());
    }

    [Fact]
    public void Watchdog_is_a_case_of_its_own_when_it_fires()
    {
        var result = Hard().Check(new() { ResourceLimit = 0, Watchdog = TimeSpan.FromMilliseconds(100) }, TestContext.Current.CancellationToken);
        Assert.IsType<SatisfiabilityResult.WatchdogFired>(result);
    }

    [Fact]
    public void Cancellation_stops_a_check_that_would_not_end()
    {
        using var cancellation = new CancellationTokenSource(100);
        Assert.ThrowsAny<OperationCanceledException>(() => Hard().Check(new() { ResourceLimit = 0 }, cancellation.Token));
    }

    /// <summary>Z3 computes in the thread that asks, so a check that has ended computes no more; what could live on is the interruption.</summary>
    [Fact]
    public void Cancelled_check_leaves_nothing_behind_that_disturbs_the_next()
    {
        SatisfiabilityResult Next() => Pigeons(6).Check(cancellationToken: TestContext.Current.CancellationToken);
        var before = Next();
        using (var cancellation = new CancellationTokenSource(50))
            Assert.ThrowsAny<OperationCanceledException>(() => Hard().Check(new() { ResourceLimit = 0 }, cancellation.Token));

        var after = Next();

        Assert.IsType<SatisfiabilityResult.Unsatisfiable>(after);
        Assert.Equal(before.Statistics.ResourceCount, after.Statistics.ResourceCount);
    }

    [Fact]
    public void Check_is_cancelled_at_once_when_the_token_already_is() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Hard().Check(cancellationToken: new CancellationToken(true)));

    [Fact]
    public void Universe_bound_makes_more_elements_unsatisfiable()
    {
        var node = new Sort.Uninterpreted("Node");
        var query = new SatisfiabilityQuery([Distinct([.. "abc".Select(name => Apply(FunctionSymbol.Constant(name.ToString(), node)))])]);
        Assert.IsType<SatisfiabilityResult.Unsatisfiable>(query.WithUniverseBound(node, 2).Check(cancellationToken: TestContext.Current.CancellationToken));
        Assert.IsType<SatisfiabilityResult.Satisfiable>(query.WithUniverseBound(node, 3).Check(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Query_rejects_a_formula_with_free_variables() =>
        Assert.Throws<ArgumentException>(() => new SatisfiabilityQuery([Equal(Variable(new(1, "x", Sort.Int)), Integer(1))]));

    [Fact]
    public void Checks_in_parallel_agree_with_checks_one_by_one()
    {
        Expression[] formulas = [.. Enumerable.Range(0, 100).Select(seed => new RandomFormulas(seed).Formula(5))];
        var options = new SolverOptions { ResourceLimit = 500_000 };
        string Outcome(Expression formula) => new SatisfiabilityQuery([formula]).Check(options).GetType().Name;
        var expected = formulas.Select(Outcome).ToArray();
        Assert.Equal(expected, formulas.AsParallel().AsOrdered().Select(Outcome).ToArray());
    }

    [Fact]
    public void Nested_quantifiers_that_bind_the_same_variable_mean_what_they_say()
    {
        var x = new BoundVariable(1, "x", Sort.Int);
        var positive = Less(Integer(0), Variable(x));
        var inner = Exists(x, Equal(Variable(x), Integer(-5)));
        Assert.IsType<SatisfiabilityResult.Satisfiable>(
            new SatisfiabilityQuery([Exists(x, And(positive, Not(Not(inner)), Or(inner, positive)))]).Check(cancellationToken: TestContext.Current.CancellationToken));
    }
}
