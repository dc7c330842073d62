using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Tests.Mutants;
using Igloo.Terms;

namespace Igloo.Proving.Tests;

/// <summary>Collections inside collections: each has its own parts.</summary>
public sealed class NestedCollectionTests
{
    private readonly Vocabulary vocabulary = new();

    [Theory]
    [InlineData(typeof(Map<Peer, Map<int, bool>>))]
    [InlineData(typeof(Map<Peer, Map<Peer, int>>))]
    [InlineData(typeof(FiniteMap<Peer, FiniteMap<int, bool>>))]
    [InlineData(typeof(Option<FiniteMap<Peer, int>>))]
    [InlineData(typeof(FiniteMap<Peer, Option<int>>))]
    [InlineData(typeof(Seq<Seq<int>>))]
    [InlineData(typeof(Map<Peer, Seq<Option<int>>>))]
    public void Unknown_value_of_a_nested_type_can_be_looked_at_everywhere(Type type)
    {
        var value = FreshValues.Of(vocabulary, "x", type);
        var other = FreshValues.Of(vocabulary, "y", type);

        Assert.NotEqual(Fol.True, ValueEquality.Of(vocabulary, value, other));
    }

    [Fact]
    public void Default_of_a_map_is_not_what_the_maps_in_it_have_as_defaults()
    {
        var map = (SymbolicValue.MapValue)FreshValues.Of(vocabulary, "x", typeof(Map<Peer, Map<Peer, int>>));
        var key = FreshValues.Of(vocabulary, "k", typeof(Peer));

        var inDefault = ((SymbolicValue.MapValue)map.Default).Get(key);
        var ofInner = ((SymbolicValue.MapValue)map.Get(key)).Default;

        Assert.NotEqual(Fol.True, ValueEquality.Of(vocabulary, inDefault, ofInner));
    }

    [Fact]
    public void Entry_of_a_finite_map_may_be_null() => Verdicts.Refuted(typeof(Desk), "EntriesAreNotNull follows");
}
