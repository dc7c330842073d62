using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;
using Verdict = Igloo.Monitoring.Runs.RunVerdict<LeaderElection.Model.RingSystem.Event>;

namespace Igloo.Monitoring.Tests.Runs;

public sealed class RunCheckTests
{
    private static readonly Ring Two = new(2);

    public static TheoryData<bool> Modes() => [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Run_in_the_wrong_order_of_clocks_is_accepted(bool isMonotone)
    {
        var verdict = Check(isMonotone, Log(1, late: false, Setup, Receive(0), Send(0, 1)), Log(0, late: true, Setup, Send(1, 0)));

        var trace = Assert.IsType<Verdict.Accepted>(verdict).Trace;
        Assert.Equal(5, trace.Length);
        var system = new RingSystem(Two);
        Assert.NotNull(trace.Aggregate((RingSystem.State?)system.Initial, (s, e) => s is null ? null : system.Next(s, e)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Message_that_nobody_sent_is_rejected(bool isMonotone)
    {
        var verdict = Check(isMonotone, Log(0, late: false, Setup), Log(1, late: false, Setup, Receive(0)));

        var rejected = Assert.IsType<Verdict.Rejected>(verdict);
        Assert.Equal(["1 #2 Receive(0)"], rejected.Events);
        Assert.Contains("log incomplete", rejected.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Send_that_perhaps_happened_explains_a_receive(bool isMonotone)
    {
        AuditEntry<E>[] log = [Entry(1, AuditKind.Internal, Setup), Entry(2, AuditKind.Intent, Send(1, 0))];

        Assert.IsType<Verdict.Accepted>(Check(isMonotone, RecordedLog.Of(new Node(0), log).Events, Log(1, late: false, Receive(0))));
        Assert.IsType<Verdict.Accepted>(Check(isMonotone, RecordedLog.Of(new Node(0), log).Events));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Failed_send_explains_nothing(bool isMonotone)
    {
        AuditEntry<E>[] log = [Entry(1, AuditKind.Internal, Setup), Entry(2, AuditKind.Intent, Send(1, 0)), new(3, default, AuditKind.Failed, Intent: 2)];

        Assert.IsType<Verdict.Rejected>(Check(isMonotone, RecordedLog.Of(new Node(0), log).Events, Log(1, late: false, Receive(0))));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Component_that_does_what_its_model_does_not_is_rejected(bool isMonotone) =>
        Assert.IsType<Verdict.Rejected>(Check(isMonotone, Log(0, late: false, Send(1, 0))));

    [Fact]
    public void Hidden_event_is_inserted()
    {
        var check = new RunCheck<Igloo.Environments.UnreliableNetwork<Node, Node>.State, Igloo.Environments.UnreliableNetwork<Node, Node>.Event, Node, RingNode.State, E>(new RingSystem(Two))
        {
            Inserted = _ => [new RingSystem.Event.Internal(new Node(0), Setup)],
        };

        Assert.IsType<Verdict.Accepted>(check.Check(Log(0, late: false, Send(1, 0))));
    }

    [Fact]
    public void Search_that_was_cut_is_inconclusive()
    {
        var check = new RunCheck<Igloo.Environments.UnreliableNetwork<Node, Node>.State, Igloo.Environments.UnreliableNetwork<Node, Node>.Event, Node, RingNode.State, E>(new RingSystem(Two)) { Budget = 3 };

        Assert.IsType<Verdict.Inconclusive>(check.Check(Log(0, late: false, [.. Enumerable.Repeat<E>(Setup, 9)]).Concat(Log(1, late: false, [.. Enumerable.Repeat<E>(Setup, 9)]))));
    }

    private static E.Setup Setup => new E.Setup();

    private static E.Receive Receive(int id) => new E.Receive(new Node(id));

    private static E.Send Send(int to, int id) => new E.Send(Two.AddressOf(new Node(to)), new Node(id));

    private static AuditEntry<E> Entry(long sequence, AuditKind kind, E e) => new(sequence, DateTimeOffset.UnixEpoch, kind, e);

    private static IEnumerable<RecordedEvent<Node, E>> Log(int node, bool late, params E[] events) =>
        events.Select((e, i) => new RecordedEvent<Node, E>(new Node(node), i + 1, DateTimeOffset.UnixEpoch.AddSeconds(i + (late ? 100 : 0)), e, IsCertain: true));

    private static Verdict Check(bool isMonotone, params IEnumerable<RecordedEvent<Node, E>>[] logs) =>
        RunCheck.Of(new RingSystem(Two), isMonotone).Check(logs.SelectMany(l => l));
}
