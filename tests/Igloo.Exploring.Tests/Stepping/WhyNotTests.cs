using Igloo.Exploring.Stepping;
using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests.Stepping;

public sealed class WhyNotTests
{
    private static readonly Participants All = new(3);

    [Fact]
    public void Failed_conjuncts_come_with_their_place_and_values()
    {
        var system = new Philosophers(All);
        var state = system.Initial with { Forks = Map<Participant, int>.Constant(0).Set(new Participant(1), 1) };

        var why = WhyNot.Of(system, state, new Philosophers.Event.Eat(new Participant(0), new Participant(1)))!;

        Assert.Equal(["s.Forks[who] == 1", "s.Forks[next] == 0"], why.Failed.Select(c => c.Text));
        Assert.All(why.Failed, c => Assert.Equal("Philosophers.cs:21", c.Source!.ToString()));
        Assert.Contains("s.Forks[next] == 0  FALSE   with s.Forks[Neighbour] = 1", why.ToString(), StringComparison.Ordinal);
        Assert.Contains("next != who  true", why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_negation_comes_with_its_place_and_the_values_below_it()
    {
        var system = new Philosophers(All);
        var state = system.Initial with { Full = [new Participant(0)] };

        var why = WhyNot.Of(system, state, new Philosophers.Event.Take(new Participant(0)))!;

        Assert.Matches(@"\n  Philosophers\.cs:20 +!s\.Full\.Contains\(who\)  FALSE   with s\.Full = \{0\}, Who = 0", why.ToString());
    }

    [Fact]
    public void Failed_negation_of_a_conjunction_comes_with_its_place_and_the_values_below_it()
    {
        var system = new Guarded();

        var why = WhyNot.Of(system, new Guarded.State([1], 5), new Guarded.Event.Pass(1))!;

        var line = why.ToString().Split('\n')[1];
        Assert.StartsWith("  Guarded.cs:17 ", line, StringComparison.Ordinal);
        Assert.Equal("!(s.Inside.Contains(who) && (s.Count > 4))  FALSE   with s.Inside = {1}, Who = 1, s.Count = 5", line[line.IndexOf('!', StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Enabled_events_that_agree_in_most_parameters_are_named()
    {
        var system = new Philosophers(All);
        var state = system.Initial with { Forks = Map<Participant, int>.Constant(0).Set(new Participant(1), 1) };

        var why = WhyNot.Of(system, state, new Philosophers.Event.Eat(new Participant(1), new Participant(1)), Universe.Of(3, All))!;

        Assert.Equal(["Eat(1, 0)", "Eat(1, 2)"], why.Nearest.Select(e => e.ToString()));
    }

    [Fact]
    public void Event_that_is_enabled_needs_no_reason() =>
        Assert.Null(WhyNot.Of(new Stops(), new Stops.State(0), new Stops.Event.Go()));

    [Fact]
    public void Refusal_by_a_component_inside_a_composition_names_the_components_guard()
    {
        var instance = Instances.Of<RingSystem>(2, 2).Single();
        var system = instance.As<EventSystem>();
        var accept = instance.Universe.Values(system.EventType).First(e => ModelText.Event(e) == "Internal(0, Accept(1))");

        var why = WhyNot.Of(system, system.InitialState, accept)!;

        Assert.Contains(why.Failed, c => c.Text == "s.Inbox.Contains(id)" && Path.GetFileName(c.Source!.File) == "RingNode.cs");
    }
}
