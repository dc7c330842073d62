using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class AxiomCheckTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Ring_satisfies_its_axioms_and_those_it_inherits(int size)
    {
        var results = AxiomCheck.Check(new Ring(size));

        Assert.All(results, r => Assert.True(r.Holds, r.ToString()));
        Assert.Contains(results, r => r.Axiom.Name == nameof(IRing.NextMoves));
        Assert.Contains(results, r => r.Axiom.Name == nameof(ITotalOrder<>.LessIsTotal));
        Assert.Contains(results, r => r.Axiom.Name == nameof(IAddressing<>.AddressesAreUnique));
    }

    [Fact]
    public void Axiom_that_an_instance_violates_is_named_with_the_values()
    {
        var violated = Assert.Single(AxiomCheck.Check(new Unordered()), r => !r.Holds);

        Assert.Equal("ITotalOrder<Node>.LessIsTotal is violated with a = 0, b = 1", violated.ToString());
    }

    [Fact]
    public void Axiom_that_throws_does_not_hold() => Assert.Contains(AxiomCheck.Check(new Throwing()), r => r.Fault is DivideByZeroException && !r.Holds);

    public sealed class Unordered : ITotalOrder<Node>
    {
        public bool Less(Node a, Node b) => false;
    }

    public sealed class Throwing : ITotalOrder<Node>
    {
        public bool Less(Node a, Node b) => 1 / a.Index > 0;
    }
}
