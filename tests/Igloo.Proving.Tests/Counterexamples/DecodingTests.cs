using System.Collections.Immutable;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Tests.Counterexamples.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples;

public sealed class DecodingTests
{
    private readonly Vocabulary vocabulary = new();
    private readonly SymbolicValue.Record state;

    public DecodingTests() => state = (SymbolicValue.Record)FreshValues.Of(vocabulary, "s", typeof(Everything.State));

    private SymbolicValue.Scalar Client(int index) =>
        new(Fol.Apply(vocabulary.Symbol($"c{index}", [], vocabulary.SortOf(typeof(Client))!)));

    private Everything.State Decode(params IEnumerable<Expression> formulas) => Decode(out _, formulas);

    private Everything.State Decode(out ValueDecoder decoder, IEnumerable<Expression> formulas)
    {
        // Two clients, and nothing negative where C# has nothing negative.
        var query = new SatisfiabilityQuery(
        [
            .. formulas, .. FreshValues.TypeInvariants(vocabulary, state), Fol.NotEqual(Client(0).Expression, Client(1).Expression),
        ]);
        var found = Assert.IsType<SmallestModel.Found>(SmallestModel.Search(query, Signature.Of(query.Assertions).UninterpretedSorts, 3, null, TestContext.Current.CancellationToken));
        var scene = new Scene(vocabulary, [new(SceneRole.Before, "Before", typeof(Everything.State), state)], []);
        var world = new World(scene, found.Model, (_, _, _) => throw new InvalidOperationException("There is no theory."));
        decoder = world.Decoder;
        return (Everything.State)decoder.Read("Before", state, typeof(Everything.State))!;
    }

    private T Field<T>(string name) where T : SymbolicValue => Assert.IsType<T>(state.Find(name));

    private static Expression Number(SymbolicValue value) => Assert.IsType<SymbolicValue.Scalar>(value).Expression;

    [Fact]
    public void Total_map_takes_the_commonest_value_as_default()
    {
        var inbox = Field<SymbolicValue.MapValue>("Inbox");
        var first = (SymbolicValue.SetValue)inbox.Get(Client(0));
        var second = (SymbolicValue.SetValue)inbox.Get(Client(1));

        var decoded = Decode(first.Contains(Client(1)), Fol.Not(first.Contains(Client(0))), Fol.Not(second.Contains(Client(0))), Fol.Not(second.Contains(Client(1)))).Inbox;

        Assert.Equal(Set<Client>.Empty, decoded.Default);
        Assert.Single(Assert.Single(decoded.Exceptions).Value);
    }

    [Fact]
    public void Total_map_over_integers_has_the_value_far_away_as_default()
    {
        var marks = Field<SymbolicValue.MapValue>("Marks");

        var decoded = Decode(Number(marks.Get(new SymbolicValue.Scalar(Fol.Integer(7)))), Fol.Not(Number(marks.Get(new SymbolicValue.Scalar(Fol.Integer(3)))))).Marks;

        Assert.True(decoded[7]);
        Assert.False(decoded[3]);
        Assert.Equal(decoded.Default, decoded[100_000]);
    }

    [Fact]
    public void Finite_map_has_the_present_keys_only()
    {
        var ages = Field<SymbolicValue.FiniteMap>("Ages");

        var decoded = Decode(ages.Contains(Client(0)), Fol.Not(ages.Contains(Client(1))), Fol.Equal(Number(ages.Get(Client(0))), Fol.Integer(42))).Ages;

        Assert.Equal(42, Assert.Single(decoded).Value);
    }

    [Fact]
    public void Bag_has_each_element_as_often_as_counted()
    {
        var crowd = Field<SymbolicValue.Bag>("Crowd");

        var decoded = Decode(Fol.Equal(crowd.Count(Client(0)), Fol.Integer(2)), Fol.Equal(crowd.Count(Client(1)), Fol.Integer(1))).Crowd;

        Assert.Equal(3, decoded.Count);
    }

    [Fact]
    public void Sequence_has_its_elements_in_order()
    {
        var queue = Field<SymbolicValue.Sequence>("Queue");

        var decoded = Decode(
            Fol.Equal(queue.Length, Fol.Integer(3)),
            Fol.Equal(Number(queue.At(Fol.Integer(0))), Client(0).Expression),
            Fol.Equal(Number(queue.At(Fol.Integer(1))), Client(1).Expression),
            Fol.Equal(Number(queue.At(Fol.Integer(2))), Client(0).Expression)).Queue;

        Assert.Equal(3, decoded.Count);
        Assert.Equal(decoded[0], decoded[2]);
        Assert.NotEqual(decoded[0], decoded[1]);
    }

    [Fact]
    public void Set_of_tuples_is_enumerated_over_all_combinations()
    {
        var painted = Field<SymbolicValue.SetValue>("Painted");
        var colours = (Sort.Enumeration)vocabulary.SortOf(typeof(Everything.Colour))!;
        SymbolicValue.Record Pair(int client, int colour) =>
            new(typeof((Client, Everything.Colour)), ["Item1", "Item2"], [Client(client), new SymbolicValue.Scalar(Fol.Constant(colours, colour))]);

        var decoded = Decode(
            painted.Contains(Pair(0, 1)), Fol.Not(painted.Contains(Pair(0, 0))), Fol.Not(painted.Contains(Pair(1, 0))), Fol.Not(painted.Contains(Pair(1, 1)))).Painted;

        Assert.Equal(Everything.Colour.Green, Assert.Single(decoded).What);
    }

    [Fact]
    public void Option_and_case_have_values_where_they_are_present()
    {
        var boss = Field<SymbolicValue.Optional>("Boss");
        var form = Field<SymbolicValue.Union>("Form");

        var decoded = Decode(Fol.Not(boss.Present), form.Is(1), Fol.Equal(Number(form.Cases[1]!.Find("Width")!), Fol.Integer(9)));

        Assert.Null(decoded.Boss);
        Assert.Equal(9, Assert.IsType<Everything.Shape.Box>(decoded.Form).Width);
    }

    [Fact]
    public void Infinite_set_of_keys_is_marked_where_a_map_over_integers_varies_for_ever()
    {
        var marks = Field<SymbolicValue.MapValue>("Marks");
        var variable = vocabulary.FreshVariable("k", Sort.Int);
        var key = new SymbolicValue.Scalar(Fol.Variable(variable));
        ImmutableArray<Expression> halves =
        [
            Fol.ForAll(variable, Fol.Iff(Number(marks.Get(key)), Fol.Less(Fol.Integer(0), Fol.Variable(variable)))),
        ];

        Decode(out var decoder, halves);

        Assert.Contains("Before.Marks", decoder.Infinite);
    }

    [Fact]
    public void Integer_that_does_not_fit_is_no_value()
    {
        var form = Field<SymbolicValue.Union>("Form");

        Assert.Throws<NotRepresentableException>(() => Decode(form.Is(1), Fol.Equal(Number(form.Cases[1]!.Find("Width")!), Fol.Integer(3_000_000_000))));
    }
}
