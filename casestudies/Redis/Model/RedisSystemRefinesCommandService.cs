namespace Redis.Model;

/// <summary>Clients under their I/O specifications, with a server that answers in order, complete each command with its own answer.</summary>
/// <param name="clients">The clients.</param>
public sealed class RedisSystemRefinesCommandService(IClients clients)
    : Refinement<RedisSystem.State, RedisSystem.Event, CommandService.State, CommandService.Event>(new RedisSystem(clients), new CommandService(clients))
{
    /// <inheritdoc/>
    public override bool Related(RedisSystem.State c, CommandService.State a) =>
        clients.All.All(i =>
            a.Answers[i] == c.Environment.Lines[i].Answers
            && a.Answered[i] == c.Environment.Lines[i].Answered
            && a.Completed[i] == c.Components[i].Completed);

    /// <inheritdoc/>
    public override CommandService.Event? Mediate(RedisSystem.Event e) => e switch
    {
        RedisSystem.Event.Environment(RedisServer.Event.Answer(var to, var reply)) => new CommandService.Event.Answer(to, reply),
        RedisSystem.Event.Internal(var by, RedisClient.Event.Complete(var number, var reply)) => new CommandService.Event.Complete(by, number, reply),
        _ => null,
    };
}
