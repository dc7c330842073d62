using Igloo.Exploring.Reducing;
using Igloo.Exploring.Tests.Models;

namespace Igloo.Exploring.Tests.Carriers;

/// <summary>Parameters of events that nothing restricts, of every kind of type.</summary>
public sealed class OfferedValuesTests
{
    private static readonly Universe Two = Universe.Of(2, new Participants(2));

    public enum Colour
    {
        Red,
        Green,
    }

    public abstract record Tree
    {
        public sealed record Leaf(Colour Colour) : Tree;

        public sealed record Node(Tree Left, Tree Right) : Tree;
    }

    public sealed record Parcel(Participant From, Seq<Participant> Content);

    public static TheoryData<EventSystem, int> WithoutList => new()
    {
        { new Offers<Seq<Participant>>(), 7 },
        { new Offers<Seq<int>>(), 7 },
        { new Offers<Seq<string>>(), 1 },
        { new Offers<Seq<Seq<Participant>>>(), 21 },
        { new Offers<Set<int>>(), 4 },
        { new Offers<Set<string>>(), 1 },
        { new Offers<Bag<Participant>>(), 6 },
        { new Offers<FiniteMap<Participant, int>>(), 5 },
        { new Offers<FiniteMap<Participant, Participant>>(), 5 },
        { new Offers<Map<Participant, bool>>(), 6 },
        { new Offers<(Participant, Seq<Participant>)>(), 14 },
        { new Offers<Parcel>(), 14 },
        { new Offers<Seq<Parcel>>(), 21 },
        { new Offers<Set<Parcel>>(), 11 },
        { new Offers<Set<Seq<string>>>(), 2 },
    };

    [Theory]
    [MemberData(nameof(WithoutList))]
    public void Values_of_a_type_without_a_list_are_tried_and_the_search_is_not_complete(EventSystem system, int values)
    {
        foreach (var workers in new[] { 1, 2 })
        {
            var found = Explorer.Explore(system, Two, new() { Workers = workers });

            Assert.Equal(Completeness.CutByValues, found.Completeness);
            Assert.Equal(2 * values, found.Events.Single(e => e.Name == "Offer").Count);
            Assert.Contains("Offers.cs:24: nothing bounds ", Assert.Single(found.Unbounded).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Values_that_are_given_for_a_collection_are_all_that_is_tried()
    {
        var found = Explorer.Explore(new Offers<Seq<Participant>>(), Two.With(Seq<Participant>.Empty, [new Participant(1)]));

        Assert.Equal((Completeness.Complete, 4L), (found.Completeness, found.Events.Single(e => e.Name == "Offer").Count));
    }

    [Theory]
    [InlineData(typeof(Offers<Set<Participant>>), 4)]
    [InlineData(typeof(Offers<Colour>), 2)]
    [InlineData(typeof(Offers<(Colour, bool)>), 4)]
    public void Values_of_a_type_with_a_list_are_all_tried(Type system, int values)
    {
        var found = Explorer.Explore((EventSystem)Activator.CreateInstance(system)!, Two);

        Assert.Equal((Completeness.Complete, 2L * values), (found.Completeness, found.Events.Single(e => e.Name == "Offer").Count));
    }

    [Theory]
    [InlineData(typeof(Offers<string>))]
    [InlineData(typeof(Offers<(Colour, string)>))]
    public void Type_of_which_not_even_some_values_are_known_is_refused(Type system) =>
        Assert.Throws<NotEnumerableException>(() => Explorer.Explore((EventSystem)Activator.CreateInstance(system)!, Two));

    [Fact]
    public void Collection_in_an_event_of_an_environment_reaches_the_component()
    {
        var found = Explorer.Explore(new Street(new Participants(2)), Two);

        Assert.Equal(Completeness.CutByValues, found.Completeness);
        Assert.Equal(("Hand.Message", 7), (found.Unbounded.Single().Place, found.Unbounded.Single().Values));
        Assert.Empty(found.NeverEnabled);
    }

    [Fact]
    public void Component_alone_receives_some_messages()
    {
        var found = Explorer.Explore(new Addressee(), Two);

        Assert.Equal((Completeness.CutByValues, 2), (found.Completeness, found.States));
        Assert.Empty(found.NeverEnabled);
    }

    [Fact]
    public void Hierarchy_that_contains_itself_is_tried_without_depth()
    {
        var found = Explorer.Explore(new Offers<Seq<Tree>>(), Two);

        Assert.Equal((Completeness.CutByValues, 14L), (found.Completeness, found.Events.Single(e => e.Name == "Offer").Count));
    }

    [Fact]
    public void Reduced_search_with_a_list_of_records_is_not_complete()
    {
        var given = Two.With(new Parcel(new Participant(0), []));

        var reduced = ReducedExplorer.Explore(new Offers<Parcel>(), given, Reductions.PartialOrder);

        Assert.Equal(Completeness.CutByValues, reduced.Completeness);
        Assert.Equal("Offer.Value", Assert.Single(reduced.Unbounded).Place);
        Assert.Contains("Offer.Value", reduced.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reduced_search_without_a_list_is_refused() =>
        Assert.Throws<NotEnumerableException>(() => ReducedExplorer.Explore(new Offers<Seq<Participant>>(), Two, Reductions.PartialOrder));
}
