using FsCheck;
using FsCheck.Fluent;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Reducing.Tests.Models;

namespace Igloo.Reducing.Tests;

/// <summary>Random programs of processes, explored in full and reduced.</summary>
public sealed class PartialOrderTests
{
    private const int Processes = 3;
    private const int MostStates = 600;

    private static readonly Gen<Rule[]> Programs =
        from first in Chain(0)
        from second in Chain(1)
        from third in Chain(2)
        from count in Gen.Choose(0, 2)
        from others in Rule(Gen.Choose(0, Processes - 1), Gen.Choose(0, 3), Gen.Choose(0, 3)).ArrayOf(count)
        select first.Concat(second).Concat(third).Concat(others).Distinct().ToArray();

    [Fact]
    public void Partial_order_reduction_keeps_every_verdict()
    {
        var (compared, smaller) = (0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Arb.From(Programs), rules =>
        {
            var universe = UniverseOf(rules);
            var full = Explorer.Explore(new Machines(), universe, new() { MaxStates = MostStates });
            // No list has all numbers that an invariant speaks of, which both searches say.
            if (full.Completeness is not (Completeness.Complete or Completeness.CutByValues)) return;
            var reduced = ReducedExplorer.Explore(new Machines(), universe, Reductions.PartialOrder);
            Verdicts.AssertSame(full, reduced);
            compared++;
            if (reduced.States < full.States) smaller++;
        }));

        Assert.True(compared > 300, $"only {compared} programs were small enough to compare");
        Assert.True(smaller > compared / 10, $"only {smaller} of {compared} programs were reduced, so that little was tested");
    }

    [Fact]
    public void Independent_processes_are_followed_in_one_order()
    {
        Rule[] rules = [.. Enumerable.Range(0, Processes).SelectMany(p => new[] { new Rule(p, 0, 1, Act.Assign, p + 4, 1), new Rule(p, 1, 3, Act.Assign, p + 4, 0) })];
        var reduced = ReducedExplorer.Explore(new Machines(), UniverseOf(rules), Reductions.PartialOrder);

        Assert.Equal(27, Explorer.Explore(new Machines(), UniverseOf(rules)).States);
        Assert.Equal(7, reduced.States);
        Assert.NotNull(reduced.Deadlock);
    }

    [Fact]
    public void Sender_and_receiver_are_independent_while_the_channel_holds_something()
    {
        Rule[] rules = [new(0, 0, 1, Act.Send, 2, 1), new(0, 1, 3, Act.Send, 2, 1), new(0, 3, 4, Act.Send, 2, 1), new(1, 0, 1, Act.Receive, 2, 1), new(1, 1, 3, Act.Receive, 2, 1)];
        var reduced = ReducedExplorer.Explore(new Machines(), UniverseOf(rules), Reductions.PartialOrder);

        Assert.True(reduced.States <= 7, reduced.ToString());
    }

    [Fact]
    public void Events_that_change_a_property_are_not_postponed_together()
    {
        // Both orders end alike; only one of them passes through a state with both variables at 1.
        Rule[] rules = [new(0, 0, 1, Act.Assign, 0, 1), new(0, 1, 3, Act.Assign, 0, 0), new(1, 0, 1, Act.Assign, 1, 1), new(1, 1, 3, Act.Assign, 1, 0)];
        var reduced = ReducedExplorer.Explore(new Machines(), UniverseOf(rules), Reductions.PartialOrder);

        Assert.Contains(reduced.Violations, v => v.Name == nameof(Machines.VariablesDiffer));
    }

    [Fact]
    public void Event_is_not_postponed_for_ever_by_a_loop()
    {
        // The third process goes round in circles on its own and never lets the search leave, if nothing is seen to.
        Rule[] rules = [new(2, 0, 1, Act.Skip, 0, 0), new(2, 1, 0, Act.Skip, 0, 0), new(0, 0, 1, Act.Mark, 0, 0), new(1, 0, 1, Act.Mark, 1, 0)];
        var reduced = ReducedExplorer.Explore(new Machines(), UniverseOf(rules), Reductions.PartialOrder);

        Assert.True(reduced.Goals.Single(g => g.Property.Name == nameof(Machines.BothMarked)).IsReached);
    }

    [Fact]
    public void Property_of_steps_is_left_undecided_and_the_model_does_not_hold()
    {
        var reduced = ReducedExplorer.Explore(new Crowd(), Universe.Of(2).With(new Custom(Deed.Grow, 0, 1)), Reductions.PartialOrder);

        Assert.Equal([nameof(Crowd.LineGrowsByOne)], reduced.NotDecided.Select(p => p.Name));
        Assert.False(reduced.Holds);
    }

    [Fact]
    public void Events_whose_integers_nobody_listed_are_refused() =>
        Assert.Throws<NotEnumerableException>(() => ReducedExplorer.Explore(new Machines(), Universe.Of(2), Reductions.PartialOrder));

    /// <summary>A process that does three things one after the other, and seldom begins again.</summary>
    /// <summary>The rules are the whole program, so they are given as events: of a list of records a condition may name others.</summary>
    private static Universe UniverseOf(IEnumerable<Rule> rules) => Universe.Of(Processes).With<Machines.Event>(rules.Select(r => new Machines.Event.Fire(r)));

    private static Gen<Rule[]> Chain(int process) =>
        from middle in Gen.Elements(2, 3, 3, 3)
        from end in Gen.Elements(0, 4, 4, 4)
        from first in Rule(Gen.Constant(process), Gen.Constant(0), Gen.Constant(1))
        from second in Rule(Gen.Constant(process), Gen.Constant(1), Gen.Constant(middle))
        from third in Rule(Gen.Constant(process), Gen.Constant(middle), Gen.Constant(end))
        select new[] { first, second, third };

    private static Gen<Rule> Rule(Gen<int> process, Gen<int> start, Gen<int> end) =>
        from own in process
        from here in start
        from there in end
        from act in Gen.Elements(Enum.GetValues<Act>())
        from place in Gen.Choose(0, 2)
        from what in Gen.Choose(0, 1)
        select new Rule(own, here, there, act, place, what);
}
