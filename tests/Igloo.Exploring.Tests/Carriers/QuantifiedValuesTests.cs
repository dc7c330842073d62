using Igloo.Exploring.Packed;
using Igloo.Exploring.Reducing;
using Igloo.Exploring.Tests.Models;
using Form = Igloo.Exploring.Tests.Models.Stock.Form;

namespace Igloo.Exploring.Tests.Carriers;

/// <summary>Values that a property speaks of although the universe does not list them.</summary>
public sealed class QuantifiedValuesTests
{
    private const int Items = 12;

    private static readonly Universe Small = Universe.Of(2).With<string>(["a"]);

    [Fact]
    public void Value_that_no_list_has_refutes_an_invariant()
    {
        var found = Explorer.Explore(new Stock(Form.ByElement, 11), Small);

        Assert.Equal([new Argument("i", 11), new Argument("j", 11)], found.Violations.Single(v => v.Property!.Name == nameof(Stock.Claimed)).Arguments);
    }

    [Fact]
    public void Text_that_no_list_has_refutes_an_invariant()
    {
        var found = Explorer.Explore(new Stock(Form.ByName, 99), Small);

        Assert.Equal(new Argument("name", "b"), Assert.Single(Assert.Single(found.Violations).Arguments));
    }

    [Fact]
    public void Goal_is_reached_by_a_value_that_no_list_has() =>
        Assert.True(Assert.Single(Explorer.Explore(new Stock(Form.Nothing, 11), Small).Goals).IsReached);

    [Theory]
    [InlineData(Form.ByPlace)]
    [InlineData(Form.ByElement)]
    [InlineData(Form.Successor)]
    [InlineData(Form.Top)]
    public void Search_is_complete_where_the_property_names_its_values(Form form)
    {
        var found = Explorer.Explore(new Stock(form, 99), Small);

        Assert.True(found.Holds, found.ToString());
        Assert.Equal(ExplorationEngine.Reference, found.Engine.Engine);
        Assert.Contains("has values that are not listed", found.Engine.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Form.Wild, "Claimed.i")]
    [InlineData(Form.Square, "Claimed.i")]
    public void Search_is_not_complete_where_nothing_bounds_what_a_property_speaks_of(Form form, string place)
    {
        var found = Explorer.Explore(new Stock(form, 99), Small);

        Assert.Equal(Completeness.CutByValues, found.Completeness);
        Assert.False(found.Holds);
        Assert.Contains(found.Unbounded, u => u.Place == place && u.IsQuantified);
        Assert.Contains($"the property quantifies over all i of type int, and only 2 values of {place} were tried", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sort_is_what_its_list_says() => Assert.Equal(
        (ExplorationEngine.Packed, Completeness.Complete),
        Explorer.Explore(new LockServer.LockProtocol(), Universe.Of(2)) is var found ? (found.Engine.Engine, found.Completeness) : default);

    [Fact]
    public void Packed_search_checks_properties_for_listed_values_alone_and_is_not_complete()
    {
        var (system, universe) = (new Offers<bool>(), Universe.Of(2));
        Assert.True(PackedSystem.TryCreate(system, universe, out var whole, out _));
        Assert.True(PackedSearch.Run(whole).IsComplete);

        Assert.True(PackedSystem.TryCreate(new Tally(), universe, out var packed, out var reason), reason);
        var found = PackedSearch.Run(packed);

        Assert.Equal((Completeness.CutByValues, "IsSmall.bound"), (found.Completeness, Assert.Single(found.Unbounded).Place));
        Assert.Throws<NotPackableException>(() => Explorer.Explore(new Tally(), universe, new() { Engine = ExplorationEngine.Packed }));
    }

    [Fact]
    public void Reduced_search_is_not_complete_where_properties_speak_of_values_that_are_not_listed()
    {
        var reduced = ReducedExplorer.Explore(new Tally(), Universe.Of(2), Reductions.PartialOrder);

        Assert.Equal((Completeness.CutByValues, "IsSmall.bound"), (reduced.Completeness, Assert.Single(reduced.Unbounded).Place));
        Assert.False(reduced.Holds);
    }

    [Fact]
    public void Complete_search_misses_no_value_that_refutes()
    {
        var (complete, cut, refuted) = (0, 0, 0);
        foreach (var form in Enum.GetValues<Form>())
        {
            foreach (var bound in Enumerable.Range(-1, 27))
            {
                var system = new Stock(form, bound);
                var found = Explorer.Explore(system, Small);
                var states = Reachable(system);
                var isRefuted = states.Exists(s => Numbers().Any(i => Numbers().Any(j => !system.Claimed(s, i, j))));
                var violation = found.Violations.SingleOrDefault(v => v.Property!.Name == nameof(Stock.Claimed));

                if (violation is not null)
                {
                    refuted++;
                    Assert.False(system.Claimed((Stock.State)violation.Run.Last, (int)violation.Arguments[0].Value!, (int)violation.Arguments[1].Value!));
                }
                else
                {
                    Assert.False(isRefuted && found.IsComplete, $"{form} {bound}: {found}");
                    if (found.IsComplete) complete++;
                    else cut++;
                }

                Assert.Equal(states.Exists(s => s.Items.Any(i => i >= bound)), Assert.Single(found.Goals).IsReached);
            }
        }

        Assert.True(complete > 60 && cut > 10 && refuted > 40, $"{complete} {cut} {refuted}");
    }

    private static IEnumerable<int> Numbers() => Enumerable.Range(-3, 30);

    private static List<Stock.State> Reachable(Stock system)
    {
        var seen = new HashSet<Stock.State> { system.Initial };
        var queue = new Queue<Stock.State>(seen);
        while (queue.TryDequeue(out var state))
        {
            foreach (var next in Enumerable.Range(0, Items).Select(i => (Stock.Event)new Stock.Event.Put(i)).Append(new Stock.Event.Call()).Select(e => system.Next(state, e)).OfType<Stock.State>())
            {
                if (seen.Add(next)) queue.Enqueue(next);
            }
        }

        return [.. seen];
    }
}
