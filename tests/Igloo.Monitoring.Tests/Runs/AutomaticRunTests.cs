using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.QuietNode.Event;
using Event = Igloo.Components.Composition<Igloo.Monitoring.Tests.Models.QuietRing.Line.State, Igloo.Monitoring.Tests.Models.QuietRing.Line.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.QuietNode.State, Igloo.Monitoring.Tests.Models.QuietNode.Event>.Event;
using L = Igloo.Monitoring.Tests.Models.QuietRing.Line.Event;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>Events that the model marks automatic are in no log, and are inserted where a merged run needs them.</summary>
public sealed class AutomaticRunTests
{
    private static readonly QuietRing System = new();

    public static TheoryData<bool> Modes() => [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Automatic_events_are_inserted_and_nobody_has_to_name_them(bool isMonotone)
    {
        // 0 accepts 1 and passes it on; 1 hears of itself and is elected.
        var verdict = Check(isMonotone, Log(0, Send(0, 0), Receive(1), Send(0, 1)), Log(1, Receive(0), Send(1, 1), Receive(1), new E.Elect()));

        var trace = Assert.IsType<RunVerdict<Event>.Accepted>(verdict).Trace;
        Assert.NotNull(trace.Aggregate((QuietRing.State?)System.Initial, (s, e) => s is null ? null : System.Next(s, e)));
        Assert.Equal(
            [new Event.Internal(new(0), new E.Setup()), new Event.Internal(new(1), new E.Setup()), new Event.Internal(new(0), new E.Accept(new(1)))],
            trace.OfType<Event.Internal>().Where(e => e.Own is E.Setup or E.Accept).OrderBy(e => e.Own is E.Accept).ThenBy(e => e.Component.Index));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_automatic_events_do_not_lead_to_is_rejected(bool isMonotone)
    {
        // 1 accepts nobody smaller.
        var verdict = Check(isMonotone, Log(0, Send(0, 0)), Log(1, Receive(0), Send(1, 0)));

        var mismatch = Assert.Single(Assert.IsType<RunVerdict<Event>.Rejected>(verdict).Mismatches);
        Assert.Contains("the component's model does not enable it", mismatch.Because, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Nothing_is_rejected_where_an_automatic_event_may_have_had_a_value_that_was_not_tried(bool isMonotone)
    {
        var verdict = Check(isMonotone, isDeclared: false, Log(0, Send(0, 0)), Log(1, Receive(0), Send(1, 0)));

        var open = Assert.IsType<RunVerdict<Event>.Inconclusive>(verdict);
        Assert.Equal("Accept may have happened unseen, and was tried only over the values that occur in the component's state and its parameters; declare Automatic", Assert.Single(open.Doubts));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Environment_is_named_where_the_component_could_after_automatic_events(bool isMonotone)
    {
        var verdict = Check(isMonotone, Log(0, Send(0, 0), Receive(1), Send(0, 1), Send(0, 1)), Log(1, Send(1, 1)));

        var mismatch = Assert.Single(Assert.IsType<RunVerdict<Event>.Rejected>(verdict).Mismatches);
        Assert.StartsWith("0 #4 Send", mismatch.Event, StringComparison.Ordinal);
        Assert.Contains("the environment does not enable it", mismatch.Because, StringComparison.Ordinal);
    }

    private static E.Send Send(int from, int id) => new E.Send(QuietRing.AddressOf(1 - from), new Id(id));

    private static E.Receive Receive(int id) => new E.Receive(new Id(id));

    private static IEnumerable<RecordedEvent<Id, E>> Log(int node, params E[] events) =>
        events.Select((e, i) => new RecordedEvent<Id, E>(new Id(node), i + 1, default, e, IsCertain: true));

    // Without terms nothing is known of the environment but what is declared.
    private static RunVerdict<Event> Check(bool isMonotone, params IEnumerable<RecordedEvent<Id, E>>[] logs) => Check(isMonotone, isDeclared: true, logs);

    private static RunVerdict<Event> Check(bool isMonotone, bool isDeclared, params IEnumerable<RecordedEvent<Id, E>>[] logs) =>
        new RunCheck<QuietRing.Line.State, L, Id, QuietNode.State, E>(System)
        {
            EnvironmentIsMonotone = isMonotone,
            Partners = (index, e) => e switch
            {
                E.Send send => [new L.Transmit(index, send.Id)],
                E.Receive receive => [new L.Deliver(index, receive.Id)],
                _ => [],
            },
            Inserted = _ => [],
            Automatic = isDeclared ? (_, s) => [new E.Setup(), .. s.Inbox.Select(id => new E.Accept(id))] : null,
        }.Check(logs.SelectMany(l => l));
}
