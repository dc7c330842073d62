using Igloo.Components;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring.Streams;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>A component over a stream, and everything that an oracle has to know of it.</summary>
internal abstract class Conversation<TState, TEvent, TSent, TReceived>
    where TState : class
    where TEvent : class
{
    public abstract Component<TState, TEvent> Component { get; }

    public abstract StreamProtocol<TEvent> Protocol { get; }

    public abstract Reference<TSent> Sent { get; }

    public abstract Reference<TReceived> Received { get; }

    public abstract IReadOnlyList<byte[]> Words { get; }

    public abstract TEvent Send(TSent message);

    public abstract TEvent Receive(TReceived message);

    public abstract byte[] SentFrame(int number, Random random);

    public abstract byte[] ReceivedFrame(Random random);

    /// <summary>Internal events before the program writes some messages: mostly those that permit them.</summary>
    public abstract IEnumerable<TEvent> Preparing(IReadOnlyList<TSent> messages, Random random);
}
