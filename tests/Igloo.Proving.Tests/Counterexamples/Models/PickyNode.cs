using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A component that wants to receive only what is for itself, which nobody can know beforehand.</summary>
public sealed class PickyNode(Client self) : Component<PickyNode.State, PickyNode.Event>
{
    public sealed record State(bool IsDone);

    public abstract record Event
    {
        [Io<Udp.Receive<Client>>]
        public sealed record Receive([Input] Client Id) : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var id) when Wants(id) => new State(true),
        _ => null,
    };

    // In a method of its own the generator does not see it, and the proof has to.
    private bool Wants(Client id) => id == self;
}
