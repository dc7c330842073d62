using Igloo.Exploring;
using Igloo.Testing;

namespace LockServer.Proofs;

/// <summary>What is known of few clients, exactly.</summary>
public sealed class CountTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 7)]
    [InlineData(3, 10)]
    [InlineData(4, 13)]
    public void Protocol_has_one_state_at_the_server_and_three_at_each_client(int clients, int states)
    {
        var found = Explorer.Explore(Instances.Of<LockProtocol>(clients, clients).Single());

        found.AssertHolds();
        Assert.Equal(states, found.States);
    }
}
