using Igloo.Proving.Logic;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class FolTests
{
    private static readonly Expression P = Apply(FunctionSymbol.Constant("p", Sort.Bool));
    private static readonly Expression Q = Apply(FunctionSymbol.Constant("q", Sort.Bool));
    private static readonly Expression N = Apply(FunctionSymbol.Constant("n", Sort.Int));
    private static readonly Sort.Enumeration Tag = new("Tag", "A", "B", "C");

    [Fact]
    public void Junctions_drop_units_repetitions_and_nesting()
    {
        Assert.Equal(And(P, Q), And(True, P, And(Q, P), True));
        Assert.Equal(Or(P, Q), Or(P, False, Or(Q, False), P));
        Assert.Same(P, And(P, P));
        Assert.True(And().IsTrue);
        Assert.True(Or().IsFalse);
    }

    [Fact]
    public void Junctions_collapse_when_operands_are_complementary()
    {
        Assert.True(And(P, Q, Not(P)).IsFalse);
        Assert.True(Or(Not(P), Q, P).IsTrue);
        var many = Enumerable.Range(0, 20).Select(i => Apply(FunctionSymbol.Constant($"p{i}", Sort.Bool))).ToArray();
        Assert.True(And([.. many, Not(many[3])]).IsFalse);
        Assert.Equal(20, And([.. many, many[3]]).Operands.Length);
    }

    [Fact]
    public void Conditional_disappears_when_its_test_is_known()
    {
        Assert.Same(N, Ite(Equal(Constant(Tag, 1), Constant(Tag, "B")), N, Integer(4)));
        Assert.Same(N, Ite(P, N, N));
        Assert.Equal(P, Ite(P, True, False));
        Assert.Equal(Ite(P, Integer(1), N), Ite(Not(P), N, Integer(1)));
    }

    [Fact]
    public void Comparison_of_a_tag_with_a_literal_folds_to_the_conditions()
    {
        var tag = Ite(P, Constant(Tag, 0), Ite(Q, Constant(Tag, 1), Constant(Tag, 2)));
        Assert.Equal(P, Equal(tag, Constant(Tag, 0)));
        Assert.Equal(And(Not(P), Q), Equal(Constant(Tag, 1), tag));
    }

    [Fact]
    public void Integers_fold_and_sums_collect_constants()
    {
        Assert.Equal(Add(N, Integer(5)), Add(Add(N, Integer(2)), Integer(3)));
        Assert.Same(N, Subtract(Add(N, Integer(2)), Integer(2)));
        Assert.Equal(Integer(-4), Divide(Integer(-7), Integer(2)));
        Assert.Equal(Integer(1), Modulo(Integer(-7), Integer(2)));
        Assert.True(Less(Integer(1), Integer(2)).IsTrue);
        Assert.True(LessOrEqual(N, N).IsTrue);
    }

    [Fact]
    public void Quantifier_keeps_only_variables_that_occur()
    {
        var x = new BoundVariable(1, "x", Sort.Int);
        var y = new BoundVariable(2, "y", Sort.Int);
        Assert.Same(P, ForAll([x, y], P));
        var some = Assert.IsType<Expression.Quantification>(Exists([x, y], Less(N, Variable(y))));
        Assert.Equal([y], some.Variables);
        Assert.Equal([N.Sort], some.Operands[0].FreeVariables.Select(variable => variable.Sort));
    }

    [Fact]
    public void Directly_nested_quantifiers_of_one_kind_become_one()
    {
        var x = new BoundVariable(1, "x", Sort.Int);
        var y = new BoundVariable(2, "y", Sort.Int);
        var both = Assert.IsType<Expression.Quantification>(ForAll(x, ForAll(y, Less(Variable(x), Variable(y)))));
        Assert.Equal([x, y], both.Variables);
    }

    [Fact]
    public void Ill_sorted_expressions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => And(P, N));
        Assert.Throws<ArgumentException>(() => Equal(P, N));
        Assert.Throws<ArgumentException>(() => Apply(new FunctionSymbol("f", [Sort.Int], Sort.Int), P));
        Assert.Throws<ArgumentException>(() => Apply(new FunctionSymbol("f", [Sort.Int], Sort.Int)));
    }

    [Fact]
    public void Equality_and_translation_end_when_a_shared_term_unfolds_to_a_huge_tree()
    {
        static Expression Tower()
        {
            var f = new FunctionSymbol("f", [Sort.Int, Sort.Int], Sort.Int);
            return Enumerable.Range(0, 200).Aggregate(N, (term, _) => Apply(f, term, term));
        }

        Assert.Equal(Tower(), Tower());
        var query = new SatisfiabilityQuery([Less(Tower(), N), Less(N, Add(Tower(), Integer(2)))]);
        Assert.IsType<SatisfiabilityResult.Satisfiable>(query.Check(cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(query.ToSmtLib().Length < 100_000);
        Assert.Equal(64, query.Fingerprint.Length);
    }

    [Fact]
    public void Simplification_preserves_meaning()
    {
        // Opaque names for the operands show nothing to simplify, so the solver sees the connectives as they are.
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new RandomFormulas(seed);
            var (left, right) = (random.Formula(3), random.Formula(2));
            var (p, q) = (Apply(FunctionSymbol.Constant("left", Sort.Bool)), Apply(FunctionSymbol.Constant("right", Sort.Bool)));
            var definitions = new[] { Iff(p, left), Iff(q, right) };
            var different = Or(
                Not(Iff(And(left, right), And(p, q))), Not(Iff(Or(left, right), Or(p, q))), Not(Iff(Implies(left, right), Implies(p, q))),
                Not(Iff(Iff(left, right), Iff(p, q))), Not(Iff(Ite(left, right, Not(right)), Ite(p, q, Not(q)))));
            var result = new SatisfiabilityQuery([.. definitions, different]).Check(new() { ResourceLimit = 1_000_000 }, TestContext.Current.CancellationToken);
            Assert.False(result is SatisfiabilityResult.Satisfiable, $"seed {seed}: {left} and {right}");
        }
    }
}
