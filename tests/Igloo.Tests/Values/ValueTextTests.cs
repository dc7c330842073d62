using System.Globalization;
using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class ValueTextTests
{
    public enum Phase
    {
        Open,
        Closed,
    }

    [Sort]
    public readonly record struct Named(string Name)
    {
        public override string ToString() => "#" + Name;
    }

    public abstract record Message
    {
        public sealed record Propose(Node From, Set<Node> To, string Text) : Message
        {
            public int Computed => throw new InvalidOperationException("Only stored members are printed.");
        }

        public sealed record Stop : Message;
    }

    [Fact]
    public void Sort_prints_its_index() => Assert.Equal("3", ValueText.Of(new Node(3)));

    [Fact]
    public void Type_that_prints_itself_has_its_way() => Assert.Equal("{#a, #b}", Set<Named>.Of(new("b"), new("a")).ToString());

    [Fact]
    public void Record_prints_name_and_stored_members() =>
        Assert.Equal("Propose(From: 1, To: {0, 2}, Text: \"hi\")", ValueText.Of(new Message.Propose(new(1), [new(2), new(0)], "hi")));

    [Fact]
    public void Record_without_members_prints_its_name() => Assert.Equal("Stop", ValueText.Of(new Message.Stop()));

    [Fact]
    public void Text_is_quoted_so_that_it_cannot_pass_for_structure() =>
        Assert.Equal("{\"a, b\", \"c\\\"\\n\"}", Set<string>.Of("c\"\n", "a, b").ToString());

    [Fact]
    public void Simple_values_print_as_in_source() =>
        Assert.Equal(["null", "true", "'x'", "Closed", "-5"], new object?[] { null, true, 'x', Phase.Closed, -5 }.Select(ValueText.Of));

    [Fact]
    public void Enum_elements_are_ordered_by_declaration() =>
        Assert.Equal("{Open, Closed}", Set<Phase>.Of(Phase.Closed, Phase.Open).ToString());

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus ";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        var previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal("[-1.5, 2]", Seq<double>.Of(-1.5, 2).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }
}
