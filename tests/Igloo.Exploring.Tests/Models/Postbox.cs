namespace Igloo.Exploring.Tests.Models;

/// <summary>Parameters of types without end, each bounded by its guard in another way.</summary>
public sealed class Postbox : EventSystem<Postbox.State, Postbox.Event>
{
    public sealed record Letter(string To, int Stamp);

    public sealed record State(Set<Letter> Letters, FiniteMap<string, int> Boxes, Seq<int> Log, int Next);

    public abstract record Event
    {
        public sealed record Write(string To) : Event;

        public sealed record Deliver(string To, int Number) : Event;

        public sealed record Return(Letter Letter) : Event;

        public sealed record Read(int Place, int Value) : Event;

        public sealed record Stamp(int Value, int Twice) : Event;

        public sealed record Open(string To, int? Last) : Event;
    }

    public override State Initial => new(Set<Letter>.Empty, FiniteMap<string, int>.Empty.Set("ann", 7).Set("bob", 0), Seq<int>.Empty, 40);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Write(var to) when s.Boxes.ContainsKey(to) && s.Next < 43 => s with { Letters = s.Letters.Add(new Letter(to, s.Next)), Next = s.Next + 1 },
        Event.Deliver(var to, var stamp) when stamp > 40 && s.Letters.Contains(new Letter(to, stamp)) =>
            s with { Letters = s.Letters.Remove(new Letter(to, stamp)), Boxes = s.Boxes.Set(to, stamp), Log = s.Log.Append(stamp) },
        Event.Return(var letter) when s.Letters.Exists(l => l == letter && l.Stamp == 40) => s with { Letters = s.Letters.Remove(letter) },
        Event.Read(var place, var value) when 0 <= place && place < s.Log.Count && s.Log[place] == value => s,
        Event.Stamp(var value, var twice) when value >= 41 && value <= s.Next && twice == value + value => s,
        Event.Open(var to, var last) when s.Boxes.ContainsKey(to) && (last is null ? s.Log.IsEmpty : s.Log.Contains(last.Value)) => s,
        _ => null,
    };
}

/// <summary>A step as long as one likes.</summary>
public sealed class Leap : EventSystem<Leap.State, Leap.Event>
{
    public sealed record State(int Place);

    public abstract record Event
    {
        public sealed record Forward(int By) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Forward(var by) when s.Place < 10 => s with { Place = s.Place + by },
        _ => null,
    };
}

/// <summary>Says whatever one likes.</summary>
public sealed class Chatter : EventSystem<Chatter.State, Chatter.Event>
{
    public sealed record State(string Last);

    public abstract record Event
    {
        public sealed record Say(string Word) : Event;
    }

    public override State Initial => new("");

    public override State? Next(State s, Event e) => e switch
    {
        Event.Say(var word) when word != s.Last => s with { Last = word },
        _ => null,
    };
}
