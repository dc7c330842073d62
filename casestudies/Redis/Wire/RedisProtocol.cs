using Igloo.Monitoring.Streams;
using Redis.Model;

namespace Redis.Wire;

/// <summary>Which bytes of a connection are which events of the client.</summary>
public static class RedisProtocol
{
    /// <summary>Commands out, replies in.</summary>
    public static StreamProtocol<RedisClient.Event> Instance { get; } =
        StreamProtocol.Of<RedisClient.Event, RedisClient.Event.Send, Command, RedisClient.Event.Receive, Reply>(
            new CommandCodec(), command => new(command), send => send.Command,
            new ReplyCodec(), reply => new(reply));
}
