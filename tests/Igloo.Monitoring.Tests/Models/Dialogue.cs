using Igloo.Components;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Says the numbers from 0 on in order, one connection or several; hears words of at most five letters while it has said fewer than 100 numbers.</summary>
public sealed class Dialogue : Component<Dialogue.State, Dialogue.Event>
{
    public sealed record State(int Next, Seq<string> Heard);

    /// <summary>Hears what is not too long.</summary>
    public sealed class Hearing : IoOperation<Unit, string>
    {
        public override bool Returns(Unit output, string input) => input.Length <= 5;
    }

    public abstract record Event
    {
        [Io<Connection.Send<int>>]
        public sealed record Say(int N) : Event;

        [Io<Operations.Kept>]
        public sealed record Whisper(int N) : Event;

        [Io<Hearing>]
        public sealed record Hear([Input] string Word) : Event;

        [Internal]
        public sealed record Skip(int To) : Event;
    }

    public override State Initial => new(0, Seq<string>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Say(var n) when n == s.Next => s with { Next = n + 1 },
        Event.Whisper => s,
        Event.Hear(var word) when s.Next < 100 => s with { Heard = s.Heard.Append(word) },
        Event.Skip(var to) when to > s.Next => s with { Next = to },
        _ => null,
    };
}
