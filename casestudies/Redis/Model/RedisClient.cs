namespace Redis.Model;

/// <summary>A client of a Redis server over one connection, in RESP2: commands pipelined, replies in order, transactions, subscriptions.</summary>
public sealed class RedisClient : Component<RedisClient.State, RedisClient.Event>
{
    /// <summary>The local state. Commands and their replies are numbered from 0 in the order of the connection.</summary>
    /// <param name="Mode">What the commands sent so far have brought the connection to.</param>
    /// <param name="Outbox">What the application has asked for and is not sent yet.</param>
    /// <param name="Sent">How many commands were sent.</param>
    /// <param name="Completed">How many replies the application has got.</param>
    /// <param name="Replies">Replies that are received and not completed.</param>
    /// <param name="Messages">Published messages that are received and not handed over.</param>
    /// <param name="LastSubscribe">The number of the last command that subscribed.</param>
    public sealed record State(Mode Mode, Seq<Command> Outbox, int Sent, int Completed, Seq<Reply> Replies, Seq<Reply> Messages, int LastSubscribe);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The application asks for a command.</summary>
        [Internal]
        public sealed record Ask(Command Command) : Event;

        /// <summary>The client sends a command.</summary>
        [Io<Connection.Send<Command>>]
        public sealed record Send(Command Command) : Event;

        /// <summary>The client receives a reply or a published message.</summary>
        [Io<Connection.Receive<Reply>>]
        public sealed record Receive([Input] Reply Reply) : Event;

        /// <summary>The application gets the reply to a command.</summary>
        [Internal]
        public sealed record Complete(int Number, Reply Reply) : Event;

        /// <summary>The application gets a published message.</summary>
        [Internal]
        public sealed record Publish(Reply Message) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Mode.Normal, Seq<Command>.Empty, 0, 0, Seq<Reply>.Empty, Seq<Reply>.Empty, -1);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask(var command) => s with { Outbox = s.Outbox.Append(command) },
        Event.Send(var command) when !s.Outbox.IsEmpty && s.Outbox.First == command && IsAllowed(s.Mode, command.Verb) => s with
        {
            Outbox = s.Outbox.Rest,
            Sent = s.Sent + 1,
            Mode = After(s.Mode, command.Verb),
            LastSubscribe = command.Verb == Verb.Subscribe ? s.Sent : s.LastSubscribe,
        },
        Event.Receive(var reply) => Received(s, reply),
        Event.Complete(var number, var reply) when number == s.Completed && number < s.Sent && !s.Replies.IsEmpty && s.Replies.First == reply => s with
        {
            Completed = number + 1,
            Replies = s.Replies.Rest,
            Mode = reply.Kind == ReplyKind.LastUnsubscribed && number > s.LastSubscribe ? Mode.Normal : s.Mode,
        },
        Event.Publish(var message) when s.Mode == Mode.Subscribed && !s.Messages.IsEmpty && s.Messages.First == message => s with { Messages = s.Messages.Rest },
        _ => null,
    };

    /// <summary>Whether a command of this kind belongs to the mode.</summary>
    public static bool IsAllowed(Mode mode, Verb verb) => mode switch
    {
        Mode.Subscribed => verb == Verb.Subscribe || verb == Verb.Unsubscribe || verb == Verb.Ping,
        Mode.Transaction => verb == Verb.Ordinary || verb == Verb.Ping || verb == Verb.End,
        _ => verb != Verb.End,
    };

    private static State Received(State s, Reply reply) => reply.Kind == ReplyKind.Message
        ? s with { Messages = s.Messages.Append(reply) }
        : s with { Replies = s.Replies.Append(reply) };

    private static Mode After(Mode mode, Verb verb) => verb switch
    {
        Verb.Multi => Mode.Transaction,
        Verb.End => Mode.Normal,
        Verb.Subscribe => Mode.Subscribed,
        _ => mode,
    };
}
