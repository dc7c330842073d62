using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Exploring.Reducing.Symmetry;
using Igloo.Reducing.Tests.Models;
using RingWithChannels.Model;

namespace Igloo.Reducing.Tests;

public sealed class SymmetryCheckTests
{
    private static readonly Table Three = new(3);

    [Fact]
    public void Order_over_a_sort_breaks_its_symmetry()
    {
        var obstacle = ObstacleOf(new OrderedService(Three));

        Assert.Equal(("Guests.cs", 38), (Path.GetFileName(obstacle.Source!.File), obstacle.Source.Line));
        Assert.Contains(".Less tells elements apart", obstacle.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Successor_breaks_it() => Assert.Contains(".LeftOf tells elements apart", ObstacleOf(new Circulation(Three)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Element_passed_to_the_model_breaks_it() => Assert.Contains("the parameter chair", ObstacleOf(new Presided(new Person(0))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Universe_with_events_for_some_elements_only_breaks_it()
    {
        var universe = Universe.Of(3, Three).With<Ballot.Event>(new Ballot.Event.Vote(new Person(1)), new Ballot.Event.Decide());

        Assert.Contains("only some of the permuted values", Assert.Single(Assert.IsType<SymmetryVerdict.NotSymmetric>(SymmetryCheck.Of(new Ballot(Three), universe)).Obstacles).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_that_treats_all_alike_keeps_it() =>
        Assert.Equal([typeof(Person)], Assert.IsType<SymmetryVerdict.Symmetric>(SymmetryCheck.Of(new Ballot(Three), Universe.Of(3, Three))).Sorts);

    [Fact]
    public void Sort_that_claims_nothing_is_not_symmetric() =>
        Assert.IsType<SymmetryVerdict.NotSymmetric>(SymmetryCheck.Of(new ChannelRing(new AscendingRing(3)), Universe.Of(3, new AscendingRing(3))));

    [Fact]
    public void Reduction_that_was_asked_for_in_vain_is_an_error() =>
        Assert.Contains("Guests.cs:38", Assert.Throws<NotSymmetricException>(() => ReducedExplorer.Explore(new OrderedService(Three), Universe.Of(3, Three), Reductions.Symmetry)).Message, StringComparison.Ordinal);

    private static SymmetryObstacle ObstacleOf(EventSystem system) =>
        Assert.Single(Assert.IsType<SymmetryVerdict.NotSymmetric>(SymmetryCheck.Of(system, Universe.Of(3, Three))).Obstacles);
}
