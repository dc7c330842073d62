using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A lock handed on by letters with growing numbers: sets of records with integers, and no instance that ends.</summary>
public sealed class Batons : EventSystem<Batons.State, Batons.Event>
{
    public sealed record Holding(bool Held, int Epoch);

    public sealed record Letter(int Epoch, Client To);

    public sealed record State(Map<Client, Holding> At, Set<Letter> Letters, FiniteMap<int, Client> Held);

    public abstract record Event
    {
        public sealed record Grant(Client From, Client To) : Event;

        public sealed record Accept(Letter Letter) : Event;
    }

    [Initial]
    public State Start(Client first) => new(
        Map<Client, Holding>.Constant(new(false, 0)).Set(first, new(true, 1)), Set<Letter>.Empty, FiniteMap<int, Client>.Empty.Set(1, first));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Grant(var from, var to) when s.At[from].Held => s with
        {
            At = s.At.Set(from, s.At[from] with { Held = false }),
            Letters = s.Letters.Add(new(s.At[from].Epoch + 1, to)),
        },
        Event.Accept(var letter) when s.Letters.Contains(letter) && letter.Epoch > s.At[letter.To].Epoch => s with
        {
            At = s.At.Set(letter.To, new(true, letter.Epoch)),
            Held = s.Held.Set(letter.Epoch, letter.To),
        },
        _ => null,
    };

    /// <summary>At most one client holds the lock.</summary>
    [Invariant]
    public bool OneHolder(State s, Client a, Client b) => Implies(s.At[a].Held && s.At[b].Held, a == b);
}
