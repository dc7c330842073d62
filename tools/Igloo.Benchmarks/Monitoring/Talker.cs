using Igloo.Components;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Sends a message and gets one back, by turns.</summary>
internal sealed class Talker : Component<Talker.State, Talker.Event>
{
    private static readonly State Waiting = new(IsWaiting: true);
    private static readonly State Free = new(IsWaiting: false);

    public sealed record State(bool IsWaiting);

    public abstract record Event
    {
        [Io<Connection.Send<int>>]
        public sealed record Say(int Number) : Event;

        [Io<Connection.Receive<int>>]
        public sealed record Hear([Input] int Number) : Event;
    }

    public override State Initial => Free;

    public override State? Next(State s, Event e) => e switch
    {
        Event.Say when !s.IsWaiting => Waiting,
        Event.Hear => Free,
        _ => null,
    };
}
