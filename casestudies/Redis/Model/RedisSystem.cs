namespace Redis.Model;

/// <summary>The clients in parallel with the server.</summary>
/// <param name="clients">The clients.</param>
public sealed class RedisSystem(IClients clients)
    : Composition<RedisServer.State, RedisServer.Event, Client, RedisClient.State, RedisClient.Event>(new RedisServer())
{
    /// <inheritdoc/>
    public override Domain<Client> Indices => clients.All;

    /// <inheritdoc/>
    public override RedisClient Component(Client index) => new();

    /// <inheritdoc/>
    public override Step? Partner(RedisServer.Event e) => e switch
    {
        RedisServer.Event.Transmit(var from, var command) => new Step(from, new RedisClient.Event.Send(command)),
        RedisServer.Event.Deliver(var to, var reply) => new Step(to, new RedisClient.Event.Receive(reply)),
        RedisServer.Event.Push(var to, var message) => new Step(to, new RedisClient.Event.Receive(message)),
        _ => null,
    };

    /// <summary>What was answered and is not delivered, delivered and not completed, adds up.</summary>
    [Invariant]
    public bool RepliesAddUp(State s, Client c) =>
        s.Environment.Lines[c].Delivered == s.Components[c].Completed + s.Components[c].Replies.Count
        && s.Environment.Lines[c].Delivered <= s.Environment.Lines[c].Answered
        && s.Environment.Lines[c].Answered <= s.Environment.Lines[c].Arrived
        && s.Environment.Lines[c].Arrived == s.Components[c].Sent
        && s.Components[c].Completed >= 0;

    /// <summary>The reply at a place of a client's queue is the server's answer to the command with that number.</summary>
    [Invariant]
    public bool RepliesAreAnswers(State s, Client c, int i) =>
        i < 0 || i >= s.Components[c].Replies.Count
        || s.Components[c].Replies[i] == s.Environment.Lines[c].Answers[s.Components[c].Completed + i];

    /// <summary>Nothing that was only published is the answer to a command.</summary>
    [Invariant]
    public bool AnswersAreNotMessages(State s, Client c, int i) => s.Environment.Lines[c].Answers[i].Kind != ReplyKind.Message;

    /// <summary>A transaction is never open while the connection listens, and a subscription never lies ahead of what was sent.</summary>
    [Invariant]
    public bool SubscriptionsWereSent(State s, Client c) =>
        s.Components[c].LastSubscribe < s.Components[c].Sent
        && Implies(s.Components[c].Mode == Mode.Subscribed, s.Components[c].LastSubscribe >= 0);

    /// <summary>An answer reaches a client.</summary>
    [Sometimes]
    public bool SomethingIsAnswered(State s) => clients.All.Exists(c => !s.Components[c].Replies.IsEmpty);
}
