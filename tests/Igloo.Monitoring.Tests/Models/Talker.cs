using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Says something, then hears something, by turns. Every step makes a state and nothing else, and is counted.</summary>
public sealed class Talker : Component<Talker.State, Talker.Event>
{
    public sealed record State(int Said, bool IsWaiting);

    public abstract record Event
    {
        [Io<Connection.Send<int>>]
        public sealed record Say(int N) : Event;

        [Io<Connection.Receive<int>>]
        public sealed record Hear([Input] int N) : Event;
    }

    /// <summary>How many states were made.</summary>
    public long Made { get; private set; }

    public override State Initial => new(0, false);

    public override State? Next(State s, Event e)
    {
        if (e is Event.Say == s.IsWaiting) return null;
        Made++;
        return new(s.Said + (s.IsWaiting ? 0 : 1), !s.IsWaiting);
    }
}
