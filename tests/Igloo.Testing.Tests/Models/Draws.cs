using Igloo.Components;

namespace Igloo.Testing.Tests.Models;

public sealed class Put : IoOperation<Unit, int>;

public sealed class Call : IoOperation<int, Unit>;

/// <summary>Draws a number unseen and calls it out; each case of a draw names its numbers in another way.</summary>
/// <param name="own">A number that it may draw.</param>
public sealed class Draws(int own) : Component<Draws.State, Draws.Event>
{
    public sealed record Ticket(int Number, bool IsBlank);

    public sealed record State(Set<int> Held, Set<Ticket> Tickets, Set<int> Drawn, bool IsOpen);

    public abstract record Event
    {
        [Io<Put>]
        public sealed record Given([Input] int Number) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Draw(int Number) : Event;

        [Io<Call>]
        public sealed record Called(int Number) : Event;
    }

    public override State Initial => new(Set<int>.Empty, Set<Ticket>.Empty, Set<int>.Empty, true);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Given(var number) => s with { Held = s.Held.Add(number) },
        Event.Draw(var number) when MayDraw(s, number) || number == own => s with { Drawn = s.Drawn.Add(number) },
        Event.Called(var number) when s.Drawn.Contains(number) => s,
        _ => null,
    };

    private bool MayDraw(State s, int number) => s.IsOpen && (s.Held.Contains(number) || s.Tickets.Exists(t => !t.IsBlank && t.Number == number));
}

/// <summary>Draws any number that is large enough: no list has those that it may draw.</summary>
public sealed class FreeDraws : Component<Draws.State, Draws.Event>
{
    public override Draws.State Initial => new(Set<int>.Empty, Set<Draws.Ticket>.Empty, Set<int>.Empty, true);

    public override Draws.State? Next(Draws.State s, Draws.Event e) => e switch
    {
        Draws.Event.Given(var number) => s with { Held = s.Held.Add(number) },
        Draws.Event.Draw(var number) when s.Held.Contains(number) || number > 100 => s with { Drawn = s.Drawn.Add(number) },
        Draws.Event.Called(var number) when s.Drawn.Contains(number) => s,
        _ => null,
    };
}
