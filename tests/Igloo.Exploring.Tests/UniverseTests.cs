using System.Reflection;
using Igloo.Environments;
using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class UniverseTests
{
    private static readonly Universe Three = Universe.Of(3);

    public enum Colour
    {
        Red,
        Green,
    }

    public abstract record Tree
    {
        public sealed record Leaf : Tree;

        public sealed record Node(Tree Left, Tree Right) : Tree;
    }

    public sealed record Note(string Text);

    public sealed record Boxed<T>(T Value, T? Other)
        where T : class;

    public sealed record Coloured(Colour Colour, bool Bright);

    public readonly record struct Spot(Colour Colour, Node? At);

    [Fact]
    public void Sort_without_a_domain_has_as_many_values_as_the_size() =>
        Assert.Equal([new Node(0), new Node(1), new Node(2)], Three.Values(typeof(Node)));

    [Fact]
    public void Domain_of_a_theory_comes_before_the_size() =>
        Assert.Equal([new Node(0), new Node(1)], Universe.Of(5, new Ring(2)).Values(typeof(Node)));

    [Fact]
    public void Addresses_are_those_of_all_participants() =>
        Assert.Equal([new Address(7), new Address(9)], Universe.Of(1, new Apart()).Values(typeof(Address)));

    [Theory]
    [InlineData(typeof(bool), 2)]
    [InlineData(typeof(Colour), 2)]
    [InlineData(typeof(int), 3)]
    [InlineData(typeof(long), 3)]
    [InlineData(typeof(Coloured), 4)]
    [InlineData(typeof(Spot), 8)]
    [InlineData(typeof((bool, Colour)), 4)]
    [InlineData(typeof(Set<Node>), 8)]
    [InlineData(typeof(RingProtocol.Event), 15)]
    [InlineData(typeof(RingNode.Event), 17)]
    [InlineData(typeof(UnreliableNetwork<Node, Node>.Event), 36)]
    public void Values_are_everything_that_can_be_built(Type type, int count)
    {
        var values = Three.Values(type);

        Assert.Equal(count, values.Count);
        Assert.Equal(count, values.Distinct().Count());
    }

    [Theory]
    [InlineData(nameof(Annotated), 0, 4)]
    [InlineData(nameof(Annotated), 1, 5)]
    [InlineData(nameof(Annotated), 2, 4)]
    [InlineData(nameof(Annotated), 3, 20)]
    [InlineData(nameof(Annotated), 4, 20)]
    public void Null_is_a_value_where_the_annotation_says_so(string method, int parameter, int count)
    {
        var parameters = GetType().GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.GetParameters();

        Assert.Equal(count, Three.Values(parameters[parameter]).Count);
    }

    [Fact]
    public void Values_that_are_given_come_first() =>
        Assert.Equal([new Note("a"), new Note("b")], Three.With<string>("a", "b").Values(typeof(Note)));

    [Theory]
    [InlineData(typeof(Note), "UniverseTests.Note.Text", "universe.With<string>(...)")]
    [InlineData(typeof(Tree), "UniverseTests.Tree.Node.Left", "contains itself")]
    [InlineData(typeof(IRing), "IRing", "no nested cases")]
    public void Type_without_a_finite_list_is_refused_with_place_and_remedy(Type type, string place, string remedy)
    {
        var refused = Assert.Throws<NotEnumerableException>(() => Three.Values(type));

        Assert.Equal(place, refused.Place);
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }

    private static void Annotated(Coloured plain, Coloured? absent, Node? sort, Boxed<Coloured> box, (Coloured?, Coloured) pair) =>
        _ = (plain, absent, sort, box, pair);

    private sealed class Apart : IAddressing<Node>
    {
        public Domain<Node> Nodes { get; } = [new Node(1), new Node(3)];

        public Address AddressOf(Node participant) => new(participant.Index + 6);
    }
}
