namespace Redis.Model;

/// <summary>
/// The environment: a server that answers the commands of each connection in their order, over connections that lose nothing, and publishes
/// messages at any time.
/// </summary>
public sealed class RedisServer : EventSystem<RedisServer.State, RedisServer.Event>
{
    /// <summary>The state of the server and its connections.</summary>
    /// <param name="Lines">The connection of each client.</param>
    public sealed record State(Map<Client, Line> Lines);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A client hands over a command.</summary>
        public sealed record Transmit(Client From, Command Command) : Event;

        /// <summary>The server answers the oldest command that has no answer.</summary>
        public sealed record Answer(Client To, Reply Reply) : Event;

        /// <summary>The oldest answer that is not delivered reaches its client.</summary>
        public sealed record Deliver(Client To, Reply Reply) : Event;

        /// <summary>A published message reaches a client.</summary>
        public sealed record Push(Client To, Reply Message) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Client, Line>.Constant(new Line(0, 0, Map<int, Reply>.Constant(new Reply(ReplyKind.Answer, "")), 0)));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Transmit(var from, _) => new State(s.Lines.Set(from, s.Lines[from] with { Arrived = s.Lines[from].Arrived + 1 })),
        Event.Answer(var to, var reply) when s.Lines[to].Answered < s.Lines[to].Arrived && reply.Kind != ReplyKind.Message =>
            new State(s.Lines.Set(to, s.Lines[to] with
            {
                Answered = s.Lines[to].Answered + 1,
                Answers = s.Lines[to].Answers.Set(s.Lines[to].Answered, reply),
            })),
        Event.Deliver(var to, var reply) when s.Lines[to].Delivered < s.Lines[to].Answered && s.Lines[to].Answers[s.Lines[to].Delivered] == reply =>
            new State(s.Lines.Set(to, s.Lines[to] with { Delivered = s.Lines[to].Delivered + 1 })),
        Event.Push(_, var message) when message.Kind == ReplyKind.Message => s,
        _ => null,
    };
}
