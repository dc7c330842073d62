using Igloo.Testing.Tests.Models;

namespace Igloo.Testing.Tests;

public sealed class InstanceTestsTests
{
    [Fact]
    public void Model_without_end_ends_red_with_what_to_do() =>
        Assert.Matches(
            @"^No instance was explored completely\. Override Exploration .* or RequiresCompleteInstance ",
            Assert.Throws<ModelFailureException>(new OfClock(requiresCompleteInstance: true).HoldsOnInstances).Message);

    [Fact]
    public void Model_without_end_is_green_where_no_end_is_required() => new OfClock(requiresCompleteInstance: false).HoldsOnInstances();

    [Fact]
    public void Event_that_was_not_seen_within_the_bounds_is_not_said_to_be_never_enabled()
    {
        var message = Assert.Throws<ModelFailureException>(new OfAlarm().HoldsOnInstances).Message;

        Assert.StartsWith("Ring was not seen enabled within the bounds, which is inconclusive: no instance was explored completely.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("never", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Goal_that_was_not_reached_within_the_bounds_is_not_said_to_be_out_of_reach() => Assert.StartsWith(
        "The goal IsLate was not reached within the bounds, which is inconclusive: no instance was explored completely.",
        Assert.Throws<ModelFailureException>(new OfDay().HoldsOnInstances).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Event_that_no_state_enables_is_said_to_be_never_enabled() =>
        Assert.StartsWith("Ring is never enabled.", Assert.Throws<ModelFailureException>(new OfMute().HoldsOnInstances).Message, StringComparison.Ordinal);

    private sealed class OfAlarm : InstanceTests<Alarm>
    {
        protected override Exploring.ExplorationOptions Exploration => new() { MaxStates = 50 };

        protected override bool RequiresCompleteInstance => false;
    }

    private sealed class OfDay : InstanceTests<Day>
    {
        protected override Exploring.ExplorationOptions Exploration => new() { MaxStates = 50 };

        protected override bool RequiresCompleteInstance => false;
    }

    private sealed class OfMute : InstanceTests<Mute>;

    private sealed class OfClock(bool requiresCompleteInstance) : InstanceTests<Clock>
    {
        protected override bool RequiresCompleteInstance => requiresCompleteInstance;
    }
}
