using Igloo.Exploring.Packed;
using Igloo.Exploring.Tests.Models;
using Igloo.Exploring.Tests.Packed.Models;

namespace Igloo.Exploring.Tests.Packed;

public sealed class PackedSystemTests
{
    [Fact]
    public void Field_without_finite_values_is_named_when_a_system_is_refused()
    {
        var events = new object[] { new Chatter.Event.Say("hello") };

        Assert.False(PackedSystem.TryCreate(new Chatter(), Universe.Of(2), events, out _, out var reason));
        Assert.StartsWith("Last has no finite list of values", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void System_is_refused_when_its_events_depend_on_the_state()
    {
        Assert.False(PackedSystem.TryCreate(new Leap(), Universe.Of(2), out _, out var reason));
        Assert.Equal("the values of Leap.Event.Forward depend on the state", reason);
    }

    [Fact]
    public void Step_that_differs_from_the_compiled_code_is_a_failure_of_the_tool()
    {
        var weather = new Changing();
        var packed = SameAsReference.Packed(new Forecast(weather), Universe.Of(1));
        weather.IsWet = true;

        var failure = Assert.Throws<PackedMismatchException>(() => PackedSearch.Run(packed));
        Assert.Contains("Look", failure.Message, StringComparison.Ordinal);
        Assert.Throws<PackedMismatchException>(() => packed.Verify([new Forecast.State(false, true)]));
    }

    [Fact]
    public void Bits_that_never_change_take_no_room() =>
        Assert.Equal(2, SameAsReference.Packed(new Forecast(new Changing { IsWet = true }), Universe.Of(1)).Width);

    [Fact]
    public void Equal_events_count_once()
    {
        var events = new object[] { new Forecast.Event.Wake(), new Forecast.Event.Look(), new Forecast.Event.Wake() };

        Assert.True(PackedSystem.TryCreate(new Forecast(new Changing()), Universe.Of(1), events, out var packed, out _));
        Assert.Equal((2, 3L), (PackedSearch.Run(packed).States, PackedSearch.Run(packed).Generated));
    }
}
