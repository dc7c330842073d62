using Igloo.Proving.Logic;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class SmallestModelTests
{
    private static readonly Sort.Uninterpreted Node = new("Node");
    private static readonly Sort.Uninterpreted Value = new("Value");

    [Fact]
    public void Smallest_world_with_three_different_elements_has_three()
    {
        BoundVariable[] variables = [.. Enumerable.Range(0, 3).Select(i => new BoundVariable(i, $"x{i}", Node))];
        var query = new SatisfiabilityQuery([Exists([.. variables], Distinct([.. variables.Select(Variable)]))]);
        var found = Assert.IsType<SmallestModel.Found>(SmallestModel.Search(query, [Node], 5, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(3, found.Model.UniverseSize(Node));
        Assert.True(found.IsSmallest);
    }

    [Fact]
    public void Each_sort_gets_its_own_smallest_bound()
    {
        var query = new SatisfiabilityQuery([NotEqual(Apply(FunctionSymbol.Constant("a", Node)), Apply(FunctionSymbol.Constant("b", Node))), Equal(Apply(FunctionSymbol.Constant("v", Value)), Apply(FunctionSymbol.Constant("w", Value)))]);
        var found = Assert.IsType<SmallestModel.Found>(SmallestModel.Search(query, [Value, Node], 4, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal([(Value, 1), (Node, 2)], found.Bounds);
    }

    [Fact]
    public void No_world_is_found_when_every_one_is_infinite()
    {
        var f = new FunctionSymbol("f", [Node], Node);
        var (x, y) = (new BoundVariable(1, "x", Node), new BoundVariable(2, "y", Node));
        var injective = ForAll([x, y], Implies(Equal(Apply(f, Variable(x)), Apply(f, Variable(y))), Equal(Variable(x), Variable(y))));
        var notOnto = Exists(y, ForAll(x, NotEqual(Apply(f, Variable(x)), Variable(y))));
        var outcome = SmallestModel.Search(new([injective, notOnto]), [Node], 3, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3, Assert.IsType<SmallestModel.NoneUpTo>(outcome).Bound);
    }

    [Fact]
    public void Search_is_undetermined_when_no_bound_could_be_settled()
    {
        var query = new SatisfiabilityQuery([.. SatisfiabilityTests.Pigeons(10).Assertions, NotEqual(Apply(FunctionSymbol.Constant("a", Node)), Apply(FunctionSymbol.Constant("b", Node)))]);
        var outcome = SmallestModel.Search(query, [Node], 2, new() { ResourceLimit = 50_000 }, TestContext.Current.CancellationToken);
        Assert.Contains("resource", Assert.IsType<SmallestModel.Undetermined>(outcome).Reason);
    }
}
