using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Tests.Counterexamples.Models;
using Igloo.Theories;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Proving.Tests.Counterexamples;

public sealed class TheoryProxyTests
{
    private static World WorldOf<TModel>(string obligation)
    {
        var counterexample = Refuted.Find<TModel>(obligation);
        return new World(counterexample.Scene, counterexample.Model!, new TheoryOperations(new Evaluation(counterexample.Scene.Vocabulary)).Apply);
    }

    [Fact]
    public void Axioms_of_extended_theories_hold_on_the_proxy()
    {
        var world = WorldOf<ForgetfulRing>("Accept keeps PassedOnlySmaller");

        var ring = Assert.IsAssignableFrom<IRing>(Assert.Single(world.Theories));

        Assert.True(ring.Nodes.All(a => ring.Nodes.All(b => ring.LessIsTotal(a, b) && ring.NextIsAdjacent(a, b) && ring.AddressesAreUnique(a, b))));
    }

    [Fact]
    public void Operations_follow_the_tables_and_default_members_run_as_written()
    {
        var world = WorldOf<Succession>("Win keeps NobodyComesBack");

        var ranking = Assert.IsAssignableFrom<IRanking>(Assert.Single(world.Theories));
        var only = Assert.Single(ranking.Clients);

        Assert.True(ranking.Outranks(only, only));
        Assert.True(ranking.IsTop(only));
    }

    [Fact]
    public void One_theory_under_two_interfaces_says_the_same()
    {
        var world = WorldOf<ForgetfulRing>("Accept keeps PassedOnlySmaller");
        var ring = (IRing)world.Theories[0];

        var order = Assert.IsAssignableFrom<ITotalOrder<Node>>(world.Theory(world.Scene.Theories[0], typeof(ITotalOrder<Node>)));

        Assert.True(ring.Nodes.All(a => ring.Nodes.All(b => ring.Less(a, b) == order.Less(a, b))));
    }

    [Fact]
    public void Element_from_outside_the_world_has_no_value()
    {
        var ranking = (IRanking)WorldOf<Succession>("Win keeps NobodyComesBack").Theories[0];

        Assert.Throws<NotRepresentableException>(() => ranking.Outranks(new Client(7), new Client(0)));
    }
}
