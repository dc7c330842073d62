using Igloo.Components;
using Igloo.Values;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>Gives every question back as its answer, in order.</summary>
public sealed class Desk : Component<Desk.State, Desk.Event>
{
    public sealed record State(Seq<string> Owed);

    public abstract record Event
    {
        [Io<Connection.Receive<string>>]
        public sealed record Ask([Input] string Question) : Event;

        [Io<Connection.Send<string>>]
        public sealed record Answer(string Text) : Event;
    }

    public override State Initial => new(Seq<string>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask(var question) => new(s.Owed.Append(question)),
        Event.Answer(var text) when !s.Owed.IsEmpty && s.Owed.First == text => new(s.Owed.Rest),
        _ => null,
    };
}
