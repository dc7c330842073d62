using Igloo.Exploring;
using Igloo.Models;

namespace MetaTheorems.Framework;

/// <summary>Igloo (OOPSLA 2020), section 2.1.1: events, traces, reachable states, trace properties, skip.</summary>
public sealed class EventSystemTests
{
    private static readonly Countdown System = new();

    [Fact]
    public void Guarded_event_decreases_by_its_parameter() => Assert.Equal(new(7), System.Next(new(10), new(3)));

    [Fact]
    public void Guarded_event_is_not_enabled_where_its_guard_fails() => Assert.Null(System.Next(new(3), new(3)));

    [Theory]
    [InlineData(true, 3, 4)]
    [InlineData(true)]
    [InlineData(false, 3, 7)]
    [InlineData(false, 10)]
    public void Trace_is_a_sequence_of_steps_from_the_initial_state(bool isTrace, params int[] steps) =>
        Assert.Equal(isTrace, Of(steps).IsTraceOf(System));

    [Fact]
    public void Traces_are_closed_under_prefixes()
    {
        int[] steps = [2, 3, 4];

        Assert.All(Enumerable.Range(0, 4), length => Assert.True(Of(steps[..length]).IsTraceOf(System)));
    }

    [Fact]
    public void Reachable_states_are_those_at_the_end_of_traces()
    {
        HashSet<int> found = [];
        Explorer.FindState(System, Universe.Of(1).With(typeof(int), [4, 5]), state => !found.Add(((Countdown.State)state).Z));

        Assert.Equal([1, 2, 5, 6, 10], found.Order());
    }

    [Fact]
    public void Trace_property_is_a_set_of_traces()
    {
        // Never twice by the same: a property of the past and the event that happens now.
        bool Holds(Trace<Countdown.Event> trace) => trace.Select((e, i) => !Trace<Countdown.Event>.Of(trace.Take(i)).ToPast().Contains(e)).All(x => x);

        Assert.True(Holds(Of(2, 3, 4)));
        Assert.False(Holds(Of(2, 3, 2)));
    }

    [Fact]
    public void Events_that_map_to_skip_leave_no_mark()
    {
        var image = Of(1, 2, 1, 3).Mediated<Countdown.Event>(e => e.A == 1 ? null : e);

        Assert.Equal(Of(2, 3), image);
        Assert.True(Of(1, 1).Mediated<Countdown.Event>(_ => null).IsTraceOf(System));
    }

    private static Trace<Countdown.Event> Of(params int[] steps) => Trace<Countdown.Event>.Of(steps.Select(a => new Countdown.Event(a)));
}
