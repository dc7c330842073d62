using Igloo.Exploring.Stepping;
using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests.Stepping;

public sealed class EnabledEventsTests
{
    [Fact]
    public void Enabled_events_come_with_the_states_after_them()
    {
        var all = new Participants(2);
        var system = new Philosophers(all);

        var enabled = EnabledEvents.At(system, Universe.Of(2, all), system.Initial);

        Assert.Equal(["Take(0)", "Take(1)"], enabled.Select(e => e.ToString()));
        Assert.All(enabled, e => Assert.Equal(system.NextState(system.Initial, e.Event), e.After));
    }

    [Fact]
    public void Initial_states_are_listed_once_each() =>
        Assert.Equal([new Counter.State(0), new Counter.State(10)], new EnabledEvents(new Counter(), Universe.Of(2)).Initial());

    [Fact]
    public void Event_at_which_the_model_fails_is_listed_with_the_failure()
    {
        var enabled = EnabledEvents.At(new Counter(), Universe.Of(2), new Counter.State(12));

        Assert.Equal(["Increment", "Overflow fails: Arithmetic operation resulted in an overflow."], enabled.Select(e => e.ToString()));
    }

    [Fact]
    public void No_event_is_listed_in_a_deadlock() =>
        Assert.Empty(EnabledEvents.At(new Stops(), Universe.Of(1), new Stops.State(3)));

    [Fact]
    public void Enabled_events_of_a_composition_are_those_of_component_and_environment_together()
    {
        var instance = Instances.Of<RingSystem>(2, 2).Single();
        var system = instance.As<EventSystem>();
        var setup = EnabledEvents.At(system, instance.Universe, system.InitialState)[0];

        Assert.Equal("Internal(0, Setup)", setup.ToString());
        Assert.Contains("Environment(Transmit", string.Join(' ', EnabledEvents.At(system, instance.Universe, setup.After!).Select(e => e.ToString())), StringComparison.Ordinal);
    }
}
