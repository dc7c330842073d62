using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using C = Igloo.Monitoring.Tests.Models.Pings.Client.Event;
using V = Igloo.Components.Composition<Igloo.Monitoring.Tests.Models.Pings.Wire.State, Igloo.Monitoring.Tests.Models.Pings.Wire.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Pings.Client.State, Igloo.Monitoring.Tests.Models.Pings.Client.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Pings.Server.State, Igloo.Monitoring.Tests.Models.Pings.Server.Event>.Event;
using Check = Igloo.Monitoring.Runs.RunCheck<Igloo.Monitoring.Tests.Models.Pings.Wire.State, Igloo.Monitoring.Tests.Models.Pings.Wire.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Pings.Client.State, Igloo.Monitoring.Tests.Models.Pings.Client.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Pings.Server.State, Igloo.Monitoring.Tests.Models.Pings.Server.Event>;
using W = Igloo.Monitoring.Tests.Models.Pings.Wire.Event;
using Z = Igloo.Monitoring.Tests.Models.Pings.Server.Event;

namespace Igloo.Monitoring.Tests.Runs;

public sealed class TwoFamiliesTests
{
    private static readonly Id One = new(1);

    [Fact]
    public void Answer_to_a_question_is_accepted()
    {
        var verdict = Check([new C.Ask(One), new C.Learn(One)], [new Z.Hear(One), new Z.Answer(One)]);

        Assert.Equal(4, Assert.IsType<RunVerdict<V>.Accepted>(verdict).Trace.Length);
    }

    [Fact]
    public void Answer_that_no_server_gave_is_rejected_with_the_reason_and_the_shortest_trace()
    {
        var verdict = Check([new C.Ask(One), new C.Learn(One)], [new Z.Hear(One)]);

        var mismatch = Assert.Single(Assert.IsType<RunVerdict<V>.Rejected>(verdict).Mismatches);
        Assert.StartsWith("1 #2 Learn(1)", mismatch.Event, StringComparison.Ordinal);
        Assert.Contains("the environment does not enable it", mismatch.Because, StringComparison.Ordinal);
        Assert.Contains("Told(1)", mismatch.Because, StringComparison.Ordinal);
        Assert.Equal("would be possible after 0: Answer(1) by Answered(0, 1), which no log has at this point", mismatch.Nearest);
        Assert.Equal(["1: Ask(1) by Asked(1)", "0: Hear(1) by Heard(0, 1)"], mismatch.Reached);
        Assert.Equal(4, mismatch.ShortestTrace.Length);
    }

    [Fact]
    public void Mismatch_with_the_environment_is_inconclusive_where_nobody_says_what_the_environment_does()
    {
        var verdict = RunCheck.Of(new Pings()).Check(Client(new C.Ask(One), new C.Learn(One)), Server(new Z.Hear(One)));

        var open = Assert.IsType<RunVerdict<V>.Inconclusive>(verdict);
        Assert.Equal(
            ["what the environment does at Ask, Learn was looked for over the values that occur only; declare the partners", "what the environment does at Hear was looked for over the values that occur only; declare the partners"],
            open.Doubts.Take(2));
        Assert.Contains("may happen without a component", open.Doubts[2], StringComparison.Ordinal);
        Assert.Contains("environment assumption not met, or log incomplete", open.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_without_a_question_is_rejected_by_the_servers_own_model()
    {
        var verdict = Check([], [new Z.Answer(One)]);

        var mismatch = Assert.Single(Assert.IsType<RunVerdict<V>.Rejected>(verdict).Mismatches);
        Assert.Contains("the component's model does not enable it", mismatch.Because, StringComparison.Ordinal);
        Assert.Contains("Hear(_)", mismatch.Permitted);
    }

    // Without terms nothing is known of the environment but what is declared.
    private static RunVerdict<V> Check(C[] client, Z[] server) => new Check(new Pings())
    {
        FirstPartners = (index, e) => [e is C.Ask ? new W.Asked(index) : new W.Told(index)],
        SecondPartners = (index, e) => [e is Z.Hear(var heard) ? new W.Heard(index, heard) : new W.Answered(index, ((Z.Answer)e).Client)],
        Inserted = _ => [],
    }.Check(Client(client), Server(server));

    private static IEnumerable<RecordedEvent<Id, C>> Client(params C[] events) => events.Select((e, i) => new RecordedEvent<Id, C>(One, i + 1, default, e, IsCertain: true));

    private static IEnumerable<RecordedEvent<Id, Z>> Server(params Z[] events) => events.Select((e, i) => new RecordedEvent<Id, Z>(new Id(0), i + 1, default, e, IsCertain: true));
}
