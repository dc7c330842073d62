using Igloo.Exploring;
using Igloo.Testing;
using LeaderElection.Model;

namespace LeaderElection.Proofs;

/// <summary>What is known of small rings, exactly.</summary>
public sealed class CountTests
{
    [Theory]
    [InlineData(1, 3, 6, 3)]
    [InlineData(2, 8, 27, 5)]
    [InlineData(3, 20, 97, 7)]
    [InlineData(4, 48, 305, 9)]
    public void Protocol_has_these_states(int size, int states, long generated, int depth) =>
        AssertCounts<RingProtocol>(size, states, generated, depth);

    [Theory]
    [InlineData(1, 5, 15, 5)]
    [InlineData(2, 32, 213, 11)]
    [InlineData(3, 176, 1_833, 17)]
    [InlineData(4, 896, 12_705, 23)]
    public void Interface_and_composition_have_these_states(int size, int states, long generated, int depth)
    {
        AssertCounts<RingInterface>(size, states, generated, depth);
        AssertCounts<RingSystem>(size, states, generated, depth);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void Leader_is_elected_after_setup_acceptances_and_election(int size, int events)
    {
        var goal = Explorer.Explore(Instances.Of<RingProtocol>(size, size).Single()).Goals.Single();

        Assert.Equal(events, goal.Witness?.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Ring_satisfies_what_the_theory_assumes(int size)
    {
        foreach (var axiom in AxiomCheck.Check(new Ring(size))) axiom.AssertHolds();
        foreach (var axiom in Enumerable.Range(0, 10).SelectMany(seed => AxiomCheck.Check(new ShuffledRing(size, seed)))) axiom.AssertHolds();
    }

    private static void AssertCounts<TModel>(int size, int states, long generated, int depth)
    {
        var found = Explorer.Explore(Instances.Of<TModel>(size, size).Single());

        found.AssertHolds();
        Assert.Equal((states, generated, depth), (found.States, found.Generated, found.Depth));
    }
}
