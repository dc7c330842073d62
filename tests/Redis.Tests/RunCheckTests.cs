using Igloo.Monitoring.Runs;
using Redis.Model;
using E = Redis.Model.RedisClient.Event;
using Verdict = Igloo.Monitoring.Runs.RunVerdict<Redis.Model.RedisSystem.Event>;

namespace Redis.Tests;

/// <summary>Logs of clients alone: what the server did by itself is inserted.</summary>
public sealed class RunCheckTests
{
    private static readonly Client Only = new(0);
    private static readonly Command Command = new(Verb.Ordinary, "GET a");
    private static readonly Reply Reply = new(ReplyKind.Answer, "$1");

    private static E[] OneAnswer => [new E.Ask(Command), new E.Send(Command), new E.Receive(Reply)];

    private static E[] TwoAnswers => [.. OneAnswer, new E.Receive(Reply)];

    [Fact]
    public void Answer_of_the_server_is_inserted()
    {
        var accepted = Assert.IsType<Verdict.Accepted>(Check(OneAnswer));

        Assert.Contains(new RedisSystem.Event.Environment(new RedisServer.Event.Answer(Only, Reply)), accepted.Trace);
    }

    [Fact]
    public void Second_answer_to_one_command_is_inconclusive_while_nobody_says_what_the_server_may_do()
    {
        var open = Assert.IsType<Verdict.Inconclusive>(Check(TwoAnswers));

        Assert.Equal(["Answer may happen without a component, tried over the values that occur only; declare Inserted"], open.Doubts);
    }

    [Fact]
    public void Second_answer_to_one_command_is_rejected_where_the_server_is_declared() =>
        Assert.IsType<Verdict.Rejected>(Check(TwoAnswers, _ => [new RedisSystem.Event.Environment(new RedisServer.Event.Answer(Only, Reply))]));

    private static Verdict Check(E[] events, Func<RedisSystem.State, IEnumerable<RedisSystem.Event>>? inserted = null) =>
        new RunCheck<RedisServer.State, RedisServer.Event, Client, RedisClient.State, E>(new RedisSystem(new SeveralClients(1))) { Inserted = inserted }
            .Check(events.Select((e, i) => new RecordedEvent<Client, E>(Only, i + 1, default, e, IsCertain: true)));
}
