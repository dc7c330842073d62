using Igloo.Components;
using Igloo.Values;

namespace Igloo.Endurance.Models;

/// <summary>Says the numbers from 0 on in order; hears words of at most five letters. What it has heard it may forget.</summary>
internal sealed class Dialogue : Component<Dialogue.State, Dialogue.Event>
{
    /// <summary>The local state.</summary>
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

        [Io<Hearing>]
        public sealed record Hear([Input] string Word) : Event;

        [Internal]
        public sealed record Skip(int To) : Event;

        [Internal]
        public sealed record Forget : Event;

        [Internal]
        public sealed record Restart : Event;
    }

    public override State Initial => new(0, Seq<string>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Say(var n) when n == s.Next => s with { Next = n + 1 },
        Event.Hear(var word) => s with { Heard = s.Heard.Append(word) },
        Event.Skip(var to) when to > s.Next => s with { Next = to },
        Event.Forget => s with { Heard = Seq<string>.Empty },
        Event.Restart => Initial,
        _ => null,
    };
}
