using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Auditing;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.RingNode.Event;

namespace Igloo.Monitoring.Tests.Runs;

public sealed class LogCheckTests
{
    private static readonly RingNode Node = new(new Id(2), new Igloo.Values.Address(3));

    [Fact]
    public void Log_of_a_trace_is_accepted_with_it()
    {
        E[] events = [new E.Setup(), new E.Send(new(3), new Id(2)), new E.Receive(new Id(2)), new E.Elect()];

        Assert.Equal(events, Assert.IsType<LogVerdict<E>.Accepted>(Check(events)).Trace);
    }

    [Fact]
    public void Mismatch_names_event_conjunct_permitted_events_and_shortest_trace()
    {
        var ring = new LeaderElection.Model.Ring(3);
        var node = new LeaderElection.Model.RingNode(new(0), ring.AddressOf(new(1)), ring);
        LeaderElection.Model.RingNode.Event[] events =
            [new LeaderElection.Model.RingNode.Event.Setup(), new LeaderElection.Model.RingNode.Event.Send(ring.AddressOf(new(1)), new(2))];

        var verdict = LogCheck.Of(node).Check(events.Select((e, i) => new RecordedEvent<string, LeaderElection.Model.RingNode.Event>("n0", i + 1, default, e, IsCertain: true)));

        Snapshot.Matches("LogMismatch", Assert.IsType<LogVerdict<LeaderElection.Model.RingNode.Event>.Rejected>(verdict).Mismatch.ToString());
    }

    [Fact]
    public void Hidden_events_are_inserted_into_the_trace()
    {
        var verdict = LogCheck.Of(Node, _ => [new E.Setup()]).Check(Recorded(new E.Send(new(3), new Id(2))));

        Assert.Equal([new E.Setup(), new E.Send(new(3), new Id(2))], Assert.IsType<LogVerdict<E>.Accepted>(verdict).Trace);
    }

    [Fact]
    public void Uncertain_event_is_taken_only_where_a_later_one_needs_it()
    {
        RecordedEvent<int, Counter.Event>[] log =
        [
            new(1, 1, default, new Counter.Event.Keep(0), IsCertain: false),
            new(1, 2, default, new Counter.Event.Keep(1), IsCertain: true),
            new(1, 3, default, new Counter.Event.Keep(2), IsCertain: false),
            new(1, 4, default, new Counter.Event.Keep(2), IsCertain: true),
        ];

        var verdict = LogCheck.Of(new Counter()).Check(log);

        Assert.Equal(3, Assert.IsType<LogVerdict<Counter.Event>.Accepted>(verdict).Trace.Length);
    }

    [Fact]
    public void States_left_out_at_the_bound_make_a_refusal_inconclusive()
    {
        var check = new LogCheck<Either.State, Either.Event>(new Either()) { Automatic = Either.Hidden, MostStates = 1 };

        Assert.IsType<LogVerdict<Either.Event>.Inconclusive>(check.Check([new RecordedEvent<int, Either.Event>(1, 1, default, new Either.Event.Emit(1), IsCertain: true)]));
    }

    [Fact]
    public void Log_that_a_service_writes_by_itself_is_checked_through_a_parser()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["n2.log"], "boot\r\n10:00 setup\n10:01 send 3 2\nnoise\n10:02 recv 4\n10:03 sen");
        File.WriteAllText(folder["bad.log"], "10:00 setup\n10:01 send 3 4\n");

        Assert.Equal(LogOutcome.Accepted, new ServiceLogs().Check([folder["n2.log"]]).Outcome);
        var report = new ServiceLogs().Check([folder["n2.log"], folder["bad.log"]]);
        Assert.Equal(LogOutcome.Rejected, report.Outcome);
        Assert.Contains($"bad #2 Send(@3, 4)      {folder["bad.log"]}:2", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_that_the_parser_calls_damaged_is_an_error()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["n2.log"], "10:00 setup\n10:01 send\n");

        Assert.Throws<InvalidDataException>(() => new ServiceLogs().Check([folder["n2.log"]]));
    }

    [Fact]
    public void Line_on_which_the_parser_throws_is_an_error_that_names_it()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["n2.log"], "10:00 setup\n10:02 recv four\n");

        var error = Assert.Throws<InvalidDataException>(() => new ServiceLogs().Check([folder["n2.log"]]));

        Assert.StartsWith($"{folder["n2.log"]}:2: ServiceLogs.Parse failed on \"10:02 recv four\": FormatException: ", error.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Theory]
    [InlineData("boot\nready\n", "nothing was checked: none of its 2 lines is an event to the parser", "the first line: boot")]
    [InlineData("10:00 setup", "nothing was checked: the log has no line with its line break", "a line without line break may have been cut short")]
    public void Log_of_which_the_parser_understands_nothing_is_inconclusive(string text, string summary, string doubt)
    {
        using var folder = new Folder();
        File.WriteAllText(folder["n2.log"], text);

        var finding = Assert.Single(new ServiceLogs().Check([folder["n2.log"]]).Findings);

        Assert.Equal((LogOutcome.Inconclusive, summary, doubt), (finding.Outcome, finding.Summary, Assert.Single(finding.Doubts)));
    }

    [Fact]
    public void Accepted_log_says_what_was_not_looked_at()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["n2.log"], "boot\r\n10:00 setup\r\nnoise\r\n10:03 sen");

        var finding = Assert.Single(new ServiceLogs().Check([folder["n2.log"]]).Findings);

        Assert.Equal("a trace of 1 event of the model; 2 of 3 lines are about something else; the last line has no line break and was left out", finding.Summary);
    }

    private static LogVerdict<E> Check(params E[] events) => LogCheck.Of(Node).Check(Recorded(events));

    private static IEnumerable<RecordedEvent<string, E>> Recorded(params E[] events) => events.Select((e, i) => new RecordedEvent<string, E>("n2", i + 1, default, e, IsCertain: true));

    private sealed class ServiceLogs : ComponentLogSource<RingNode.State, E>, ILogParser<E>
    {
        protected override ILogParser<E> Parser => this;

        protected override RingNode ComponentOf(string file) => Node;

        public LogLine<E> Parse(string line) => line.Split(' ') switch
        {
            [_, "setup"] => new LogLine<E>.Happened(new E.Setup()),
            [_, "recv", var id] => new LogLine<E>.Happened(new E.Receive(new Id(int.Parse(id)))),
            [_, "send", var to, var id] => new LogLine<E>.Happened(new E.Send(new(int.Parse(to)), new Id(int.Parse(id)))),
            [_, "send" or "recv", ..] => new LogLine<E>.Damaged("a message without its fields"),
            _ => new LogLine<E>.Other(),
        };
    }
}
