using Igloo.Viewing.Serving;
using Igloo.Viewing.States;
using Igloo.Viewing.Tests.Models;
using LeaderElection.Model;
using LockServer;

namespace Igloo.Viewing.Tests;

public sealed class ViewerTests
{
    private static readonly ViewPath Start = new("M", 3);

    [Fact]
    public void View_of_the_lock_protocol_is_as_it_was() => Snapshot.Matches(
        ViewJson.Text(Walks.ViewerOf<LockProtocol>(2).After("Grant(0)", "Take(0)"), indented: true), "LockProtocol.json");

    [Fact]
    public void View_of_the_ring_of_nodes_is_as_it_was()
    {
        var viewer = Walks.ViewerOf<RingSystem>(2);
        var path = viewer.Take(Start, "Internal(1, Setup)", "Environment(Transmit(1, @0, 1))", "Environment(Deliver(0, 1))");

        Snapshot.Matches(ViewJson.Text(viewer.At(path), indented: true), "RingSystem.json");
        Snapshot.Matches(ViewJson.Text(viewer.At(path with { Tab = ViewTab.Graph, Reach = 4 }).Graph, indented: true), "RingSystem.graph.json");
        Snapshot.Matches(ViewJson.Text(viewer.At(path with { Tab = ViewTab.Refused, Find = "Accept" }).Refused, indented: true), "RingSystem.refused.json");
    }

    [Fact]
    public void Same_path_gives_the_same_view_whatever_was_looked_at_before()
    {
        var fresh = Walks.ViewerOf<RingSystem>(3);
        var used = Walks.ViewerOf<RingSystem>(3);
        var path = used.Take(Start with { Tab = ViewTab.Graph }, "Internal(2, Setup)", "Internal(0, Setup)");
        used.After("Internal(1, Setup)", "Environment(Transmit(1, @2, 1))");

        Assert.Equal(ViewJson.Text(fresh.At(path)), ViewJson.Text(used.At(path)));
    }

    [Fact]
    public void Enabled_events_are_those_for_which_next_is_not_null()
    {
        var instance = Instances.Of<RingProtocol>(3, 3).Single();
        var system = instance.As<EventSystem>();
        var state = Assert.IsType<RingProtocol.State>(system.NextState(system.InitialState, new RingProtocol.Event.Setup(new Node(1))));

        var view = Viewer.Of(instance).After("Setup(1)");

        Assert.Equal(
            instance.Universe.Values(system.EventType).Where(e => system.NextState(state, e) is not null).Select(ModelText.Event).Order(),
            view.Events.Listed.Select(e => e.Text).Order());
    }

    [Fact]
    public void Link_to_a_violation_marks_it_in_run_properties_and_the_event_before()
    {
        var viewer = Walks.ViewerOf<OpenLock>(3);

        var before = viewer.After("Acquire(2)");
        var after = viewer.After("Acquire(2)", "Acquire(0)");

        Assert.Equal(["Exclusion"], before.Events.Listed.Single(e => e.Text == "Acquire(0)").Violates);
        Assert.Equal(["Exclusion"], after.Trace[2].Violated);
        var property = after.Properties.Single(p => p.Name == "Exclusion");
        Assert.Equal((PropertyStatus.Violated, "a = 0, b = 2", 2), (property.Status, property.Detail, property.FirstAt));
        Assert.Equal("At most one visitor holds the lock.", property.Meaning);
        Assert.Matches(@"^OpenLock\.cs:\d+$", property.Source);
    }

    [Fact]
    public void Goal_is_not_reached_until_it_is()
    {
        var viewer = Walks.ViewerOf<OpenLock>(2);

        Assert.Equal(PropertyStatus.NotReached, viewer.After().Properties.Single(p => p.Name == "SomebodyHolds").Status);
        Assert.Equal(PropertyStatus.Reached, viewer.After("Acquire(0)").Properties.Single(p => p.Name == "SomebodyHolds").Status);
        Assert.Equal(["SomebodyHolds"], viewer.After().Events.Listed.First(e => e.Text == "Acquire(0)").Reaches);
    }

    [Fact]
    public void Property_of_steps_has_a_value_only_after_a_step()
    {
        var viewer = Walks.ViewerOf<Queue>(2);

        Assert.Equal(PropertyStatus.NoStep, viewer.After().Properties.Single().Status);
        Assert.Equal(PropertyStatus.Holds, viewer.After("Join(0)").Properties.Single().Status);
        Assert.Equal(PropertyStatus.Violated, viewer.After("Join(0)", "Serve").Properties.Single().Status);
    }

    [Fact]
    public void Property_of_traces_knows_the_past()
    {
        var view = Walks.ViewerOf<OpenLock>(2).After("Acquire(1)", "Release(1)");

        Assert.Equal(PropertyStatus.Holds, view.Properties.Single(p => p.Name == "ReleasesWhatWasAcquired").Status);
    }

    [Fact]
    public void Looking_back_keeps_the_run_and_taking_another_event_cuts_it()
    {
        var viewer = Walks.ViewerOf<LockProtocol>(2);
        var path = viewer.Take(Start, "Grant(0)", "Take(0)", "Release(0)");

        var back = viewer.At(path.LookingAt(1));
        var taken = back.Events.Listed.Single();

        Assert.Equal((1, 4), (back.At, back.Trace.Length));
        Assert.True(taken.IsTaken);
        Assert.Equal(path.LookingAt(2).ToString(), taken.Path);
        Assert.Equal(2, viewer.At(viewer.Take(path.LookingAt(0), "Grant(1)")).Trace.Length);
    }

    [Fact]
    public void Event_that_leads_back_says_where()
    {
        var view = Walks.ViewerOf<LockProtocol>(2).After("Grant(0)", "Take(0)", "Release(0)");

        Assert.Equal(0, view.Events.Listed.Single(e => e.Text == "Return(0)").BackTo);
    }

    [Fact]
    public void Link_that_no_longer_fits_is_followed_as_far_as_it_goes()
    {
        var viewer = Walks.ViewerOf<LockProtocol>(2);
        var path = viewer.Take(Start, "Grant(0)").Then("zzzzzz", "yyyyyy");

        var view = viewer.At(path);

        Assert.Contains("Event 2 of the link is not enabled", view.Problem, StringComparison.Ordinal);
        Assert.Equal(2, view.Trace.Length);
        Assert.Equal(viewer.Take(Start, "Grant(0)").ToString(), view.Path);
    }

    [Fact]
    public void Initial_state_that_does_not_exist_is_refused() =>
        Assert.Throws<ViewPathException>(() => Walks.ViewerOf<LockProtocol>(2).At(Start with { Initial = 1 }));

    [Fact]
    public void State_shows_what_the_event_added_removed_and_changed()
    {
        var state = Walks.ViewerOf<Queue>(2).After("Join(1)", "Join(0)", "Serve").State.ToDictionary(f => f.Name);

        Assert.Equal(Change.None, state["Count"].Change);
        Assert.Equal([new ItemView("1", Change.Removed), new ItemView("0", Change.None)], state["Waiting"].Items!.Value);
        Assert.Equal([("0", Change.None), ("1", Change.Removed)], state["Places"].Fields.Select(f => (f.Name, f.Change)));
        Assert.Equal(("null", "1", Change.Changed), (state["Served"].Before, state["Served"].Text, state["Served"].Change));
    }

    [Fact]
    public void Changes_are_those_of_the_innermost_fields()
    {
        var view = Walks.ViewerOf<RingSystem>(2).After("Internal(1, Setup)");

        Assert.Equal([new Difference("Components[1].Outbox", "{}", "{1}")], view.Changes);
    }

    [Fact]
    public void State_without_enabled_events_offers_none()
    {
        var view = Walks.ViewerOf<Queue>(2).After("Join(0)", "Join(1)", "Serve", "Serve");

        Assert.Equal(0, view.Events.Enabled);
    }

    [Fact]
    public void Event_at_which_the_model_fails_is_shown_and_cannot_be_taken()
    {
        var viewer = Walks.ViewerOf<Queue>(2);

        var fault = viewer.After("Join(0)").Events.Listed.Single(e => e.Text == "Overflow");

        Assert.Contains(nameof(OverflowException), fault.Fault, StringComparison.Ordinal);
        Assert.NotNull(viewer.At(viewer.Take(Start, "Join(0)").Then(EventToken.Of("Overflow"))).Problem);
    }

    [Fact]
    public void Search_lists_only_what_matches()
    {
        var viewer = Walks.ViewerOf<LockProtocol>(3);

        var view = viewer.At(Start with { Find = "grant(2" });

        Assert.Equal((3, 1), (view.Events.Enabled, view.Events.Matching));
        Assert.Equal("Grant(2)", view.Events.Listed.Single().Text);
    }

    [Fact]
    public void Refused_event_names_the_failed_conjunct_with_its_values()
    {
        var viewer = Walks.ViewerOf<LockProtocol>(2);

        var refused = viewer.At(viewer.Take(Start with { Tab = ViewTab.Refused, Find = "Take(1)" }, [])).Refused!;

        var condition = refused.Listed.Single().Conditions.Single();
        Assert.Equal("s.Grants.Contains(c)", condition.Text);
        Assert.False(condition.Holds);
        Assert.Contains("s.Grants = {}", condition.Operands);
        Assert.StartsWith("LockProtocol.cs:", condition.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_event_names_a_failed_negation_with_its_line_and_the_values_below_it()
    {
        var viewer = Walks.ViewerOf<ClosingShop>(2);

        var refused = viewer.At(viewer.Take(Start with { Tab = ViewTab.Refused, Find = "Serve(1)" }, "Serve(1)")).Refused!;

        var condition = refused.Listed.Single().Conditions.Single();
        Assert.Equal(("!s.Served.Contains(v)", false), (condition.Text, condition.Holds));
        Assert.Equal(["s.Served = {1}", "Visitor = 1"], condition.Operands);
        Assert.StartsWith("ClosingShop.cs:", condition.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_and_enabled_events_are_all_there_are_but_those_that_cannot_happen()
    {
        var instance = Instances.Of<RingSystem>(2, 2).Single();
        var view = Viewer.Of(instance).At(Start with { Tab = ViewTab.Refused });

        var impossible = instance.Universe.Values(instance.As<EventSystem>().EventType)
            .Count(e => e is RingSystem.Event.Internal { Own: RingNode.Event.Send or RingNode.Event.Receive });
        Assert.True(impossible > 0);
        Assert.Equal(instance.Universe.Values(instance.As<EventSystem>().EventType).Count, view.Events.Enabled + view.Refused!.NotEnabled + impossible);
    }
}
