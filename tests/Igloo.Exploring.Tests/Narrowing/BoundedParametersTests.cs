using Igloo.Exploring.Searching;
using Igloo.Exploring.Tests.Models;

namespace Igloo.Exploring.Tests.Narrowing;

public sealed class BoundedParametersTests
{
    private static readonly Universe Small = Universe.Of(2);

    private static readonly Postbox.State Used = new(
        [new("ann", 40), new("bob", 41), new("ann", 42)], FiniteMap<string, int>.Empty.Set("ann", 7).Set("bob", 0), [41, 45], 43);

    [Fact]
    public void Keys_of_a_map_bound_a_parameter() =>
        Assert.Equal(["Write(ann)", "Write(bob)"], Enabled(new Postbox().Initial, "Write"));

    [Fact]
    public void Elements_of_a_set_bound_the_parameters_inside_them() =>
        Assert.Equal(["Deliver(ann, 42)", "Deliver(bob, 41)"], Enabled(Used, "Deliver"));

    [Fact]
    public void A_quantifier_over_a_set_bounds_a_parameter() =>
        Assert.Equal(["Return(Letter(ann, 40))"], Enabled(Used, "Return"));

    [Fact]
    public void A_lower_and_an_upper_bound_bound_an_index_and_an_equality_what_stands_there() =>
        Assert.Equal(["Read(0, 41)", "Read(1, 45)"], Enabled(Used, "Read"));

    [Fact]
    public void An_equality_is_used_once_its_other_side_is_known() =>
        Assert.Equal(["Stamp(41, 82)", "Stamp(42, 84)", "Stamp(43, 86)"], Enabled(Used, "Stamp"));

    [Fact]
    public void An_optional_parameter_is_absent_or_bounded() =>
        Assert.Equal(["Open(ann, 41)", "Open(ann, 45)", "Open(bob, 41)", "Open(bob, 45)"], Enabled(Used, "Open"));

    [Fact]
    public void Exploration_needs_no_universe_where_guards_bound_everything()
    {
        var found = Explorer.Explore(new Postbox(), Small);

        Assert.True(found.IsComplete, found.ToString());
        Assert.Empty(found.NeverEnabled);
        Assert.Empty(found.Unbounded);
    }

    [Fact]
    public void Integer_that_nothing_bounds_is_said_with_place_and_remedy()
    {
        var found = Explorer.Explore(new Leap(), Universe.Of(3));
        var parameter = Assert.Single(found.Unbounded);

        Assert.Equal(("Forward.By", 3), (parameter.Place, parameter.Values));
        Assert.StartsWith("Postbox.cs:54: nothing bounds Forward.By of type int. Only 3 values were tried. Add a conjunct", parameter.ToString(), StringComparison.Ordinal);
        Assert.Contains("nothing bounds Forward.By", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Integer_whose_values_are_given_is_bounded() =>
        Assert.Empty(Explorer.Explore(new Leap(), Universe.Of(3).With(1, 2)).Unbounded);

    [Fact]
    public void Text_that_nothing_bounds_is_refused_with_place_and_remedy()
    {
        var refused = Assert.Throws<NotEnumerableException>(() => Explorer.Explore(new Chatter(), Small));

        Assert.Contains("Postbox.cs:73: nothing bounds Say.Word of type string. Add a conjunct", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_nothing_bounds_is_refused_by_several_workers_too() =>
        Assert.Throws<NotEnumerableException>(() => Explorer.Explore(new Chatter(), Small, new() { Workers = 2 }));

    private static IEnumerable<string> Enabled(Postbox.State state, string @case)
    {
        var system = new Postbox();
        return new Stepper(system, Small, fewest: 0).Candidates(state)
            .Where(e => e.GetType().Name == @case && system.NextState(state, e) is not null)
            .Select(e => ModelText.Event(e).Replace("\"", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }
}
