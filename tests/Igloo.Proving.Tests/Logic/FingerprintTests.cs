using Igloo.Proving.Logic;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class FingerprintTests
{
    private static readonly Sort.Uninterpreted Node = new("Node");
    private static readonly FunctionSymbol Less = new("less", [Node, Node], Sort.Bool);

    private static Expression Serial(int first, int second, string label) =>
        ForAll(new BoundVariable(first, label, Node), Exists(new BoundVariable(second, label + "'", Node), Apply(Less, Variable(new(first, "", Node)), Variable(new(second, "", Node)))));

    [Fact]
    public void Fingerprint_disregards_numbers_and_labels_of_bound_variables() =>
        Assert.Equal(new SatisfiabilityQuery([Serial(1, 2, "x")]).Fingerprint, new SatisfiabilityQuery([Serial(9, 4, "y")]).Fingerprint);

    [Fact]
    public void Fingerprint_disregards_the_order_of_assertions()
    {
        var (one, other) = (Serial(1, 2, "x"), ForAll(new BoundVariable(1, "x", Node), Not(Apply(Less, Variable(new(1, "x", Node)), Variable(new(1, "x", Node))))));
        Assert.Equal(new SatisfiabilityQuery([one, other]).Fingerprint, new SatisfiabilityQuery([other, one]).Fingerprint);
    }

    [Fact]
    public void Fingerprint_differs_when_arguments_are_exchanged()
    {
        var (x, y) = (new BoundVariable(1, "x", Node), new BoundVariable(2, "y", Node));
        var reversed = ForAll(x, Exists(y, Apply(Less, Variable(y), Variable(x))));
        Assert.NotEqual(new SatisfiabilityQuery([Serial(1, 2, "x")]).Fingerprint, new SatisfiabilityQuery([reversed]).Fingerprint);
    }

    [Fact]
    public void Fingerprint_differs_when_a_universe_is_bounded()
    {
        var query = new SatisfiabilityQuery([Serial(1, 2, "x")]);
        Assert.NotEqual(query.Fingerprint, query.WithUniverseBound(Node, 2).Fingerprint);
        Assert.NotEqual(query.WithUniverseBound(Node, 3).Fingerprint, query.WithUniverseBound(Node, 2).Fingerprint);
    }

    [Fact]
    public void Fingerprint_is_the_same_in_every_process_and_release() =>
        Assert.StartsWith("67554f9691d028734ebb13165ae05a237f81e6aec75eb04984", new SatisfiabilityQuery([Serial(1, 2, "x")]).Fingerprint);

    [Fact]
    public void Fingerprints_of_random_formulas_are_different_unless_the_formulas_are_equal()
    {
        var formulas = Enumerable.Range(0, 500).Select(seed => new RandomFormulas(seed).Formula(4)).Where(formula => !formula.IsLiteral).ToArray();
        var byText = formulas.Select(formula => new SatisfiabilityQuery([formula]).ToSmtLib()).Distinct().Count();
        Assert.Equal(byText, formulas.Select(formula => new SatisfiabilityQuery([formula]).Fingerprint).Distinct().Count());
    }
}
