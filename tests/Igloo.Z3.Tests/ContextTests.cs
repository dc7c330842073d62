using System.Numerics;

namespace Igloo.Z3.Tests;

public sealed class ContextTests
{
    /// <summary>A sum of three cubes, which takes Z3 for ever.</summary>
    private static void AssertHard(Context context, Solver solver)
    {
        var cubes = "xyz".Select(name => context.Constant(name.ToString(), context.IntegerSort())).Select(x => context.Multiply([x, x, x])).ToArray();
        solver.Assert(context.Equal(context.Add(cubes), context.Integer(114)));
    }

    /// <summary>One pigeon more than holes: a search whose work the resource count measures.</summary>
    private static void AssertPigeons(Context context, Solver solver, int count)
    {
        TermHandle Sits(int pigeon, int hole) => context.Constant($"p{pigeon}h{hole}", context.BooleanSort());
        for (var pigeon = 0; pigeon < count; pigeon++)
            solver.Assert(context.Or([.. Enumerable.Range(0, count - 1).Select(hole => Sits(pigeon, hole))]));
        for (var hole = 0; hole < count - 1; hole++)
            for (var one = 0; one < count; one++)
                for (var other = one + 1; other < count; other++)
                    solver.Assert(context.Not(context.And([Sits(one, hole), Sits(other, hole)])));
    }

    [Fact]
    public void Solver_decides_and_gives_a_model()
    {
        using var context = new Context();
        using var solver = new Solver(context);
        var x = context.Constant("x", context.IntegerSort());
        solver.Assert(context.Equal(context.Add([x, x]), context.Integer(BigInteger.Pow(10, 30))));
        Assert.Equal(CheckOutcome.Satisfiable, solver.Check());
        using var model = solver.Model();
        Assert.Equal(BigInteger.Pow(10, 30) / 2, context.ValueOf(model.Evaluate(x)!.Value));
        solver.Assert(context.Less(x, context.Integer(-1)));
        Assert.Equal(CheckOutcome.Unsatisfiable, solver.Check());
    }

    [Fact]
    public void Ill_sorted_term_throws_and_the_process_and_context_live_on()
    {
        using var context = new Context();
        var exception = Assert.Throws<SolverException>(() => context.Add([context.Truth(true), context.Integer(1)]));
        Assert.NotEqual(SolverErrorCode.None, exception.Code);
        using var solver = new Solver(context);
        Assert.Throws<SolverException>(() => solver.Assert(context.Integer(1)));
        Assert.Equal(CheckOutcome.Satisfiable, solver.Check());
        solver.Assert(context.Truth(false));
        Assert.Equal(CheckOutcome.Unsatisfiable, solver.Check());
        Assert.Throws<SolverException>(() => solver.Model());
    }

    [Fact]
    public void Interrupt_from_another_thread_stops_a_check()
    {
        using var context = new Context();
        using var solver = new Solver(context);
        AssertHard(context, solver);
        using var timer = new Timer(_ => context.Interrupt(), null, 100, 20);
        Assert.Equal(CheckOutcome.Unknown, solver.Check());
    }

    [Fact]
    public void Interrupt_does_nothing_when_the_context_is_gone()
    {
        var context = new Context();
        context.Dispose();
        context.Interrupt();
        context.Dispose();
        Assert.Throws<ObjectDisposedException>(() => context.Truth(true));
    }

    [Fact]
    public void Resource_limit_ends_a_check_and_counts_alike_in_every_run()
    {
        (CheckOutcome, string, long?) Run()
        {
            using var context = new Context();
            using var solver = new Solver(context, resourceLimit: 300_000, seed: 7);
            AssertPigeons(context, solver, 10);
            return (solver.Check(), solver.ReasonUnknown, solver.ResourceCount);
        }

        var first = Run();
        Assert.Equal(CheckOutcome.Unknown, first.Item1);
        Assert.True(first.Item3 > 0);
        Assert.Equal(first, Run());
        Assert.Equal(first, Run());
    }

    [Fact]
    public void Contexts_on_several_threads_are_independent() =>
        Parallel.For(0, 64, _ =>
        {
            using var context = new Context();
            using var solver = new Solver(context);
            AssertPigeons(context, solver, 5);
            Assert.Equal(CheckOutcome.Unsatisfiable, solver.Check());
        });

    [Fact]
    public void Model_lists_universes_and_interpretations()
    {
        using var context = new Context();
        using var solver = new Solver(context);
        var node = context.UninterpretedSort("Node");
        var (a, b) = (context.Constant("a", node), context.Constant("b", node));
        var next = context.Function("next", [node], node);
        solver.Assert(context.Not(context.Equal(a, b)));
        solver.Assert(context.Equal(context.Apply(next, [a]), b));
        Assert.Equal(CheckOutcome.Satisfiable, solver.Check());
        using var model = solver.Model();
        Assert.Equal([node], model.Sorts());
        Assert.Equal(2, model.Universe(node).Length);
        Assert.Equal(["a", "b"], model.Constants().Select(constant => context.NameOf(constant.Constant)).Order());
        Assert.Contains(model.Functions(), function => function.Function == next);
    }
}
