using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using C = Igloo.Monitoring.Tests.Models.Pings.Client.Event;
using V = Igloo.Components.Composition<Igloo.Monitoring.Tests.Models.Pings.Wire.State, Igloo.Monitoring.Tests.Models.Pings.Wire.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Pings.Client.State, Igloo.Monitoring.Tests.Models.Pings.Client.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Pings.Server.State, Igloo.Monitoring.Tests.Models.Pings.Server.Event>.Event;
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
        Assert.Empty(mismatch.ShortestTrace);
    }

    [Fact]
    public void Answer_without_a_question_is_rejected_by_the_servers_own_model()
    {
        var verdict = Check([], [new Z.Answer(One)]);

        var mismatch = Assert.Single(Assert.IsType<RunVerdict<V>.Rejected>(verdict).Mismatches);
        Assert.Contains("the component's model does not enable it", mismatch.Because, StringComparison.Ordinal);
        Assert.Contains("Hear(1)", mismatch.Permitted);
    }

    private static RunVerdict<V> Check(C[] client, Z[] server) => RunCheck.Of(new Pings()).Check(
        client.Select((e, i) => new RecordedEvent<Id, C>(One, i + 1, default, e, IsCertain: true)),
        server.Select((e, i) => new RecordedEvent<Id, Z>(new Id(0), i + 1, default, e, IsCertain: true)));
}
