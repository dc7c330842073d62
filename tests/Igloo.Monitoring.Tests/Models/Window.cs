using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Takes datagrams only while its window is open.</summary>
public sealed class Window : Component<Window.State, Window.Event>
{
    public sealed record State(bool IsOpen, int Last);

    public abstract record Event
    {
        [Internal]
        public sealed record Open : Event;

        [Io<Udp.Receive<int>>]
        public sealed record Receive([Input] int N) : Event;
    }

    public override State Initial => new(false, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open => s with { IsOpen = true },
        Event.Receive(var n) when s.IsOpen => s with { Last = n },
        _ => null,
    };
}
