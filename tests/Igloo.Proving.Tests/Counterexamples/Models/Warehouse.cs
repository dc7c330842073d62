using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Parcels in a bag, of which more go out than are there.</summary>
public sealed class Warehouse : EventSystem<Warehouse.State, Warehouse.Event>
{
    public sealed record State(Bag<Client> Parcels, Map<Client, Seq<int>> Orders);

    public abstract record Event
    {
        public sealed record Store(Client For) : Event;

        public sealed record Order(Client For, int Number) : Event;
    }

    public override State Initial => new(Bag<Client>.Empty, Map<Client, Seq<int>>.Constant(Seq<int>.Empty));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Store(var client) => s with { Parcels = s.Parcels.Add(client) },
        Event.Order(var client, var number) when s.Orders[client].Count <= 3 => s with { Orders = s.Orders.Set(client, s.Orders[client].Append(number)) },
        _ => null,
    };

    /// <summary>At most three orders are open.</summary>
    [Invariant]
    public bool FewOrders(State s, Client client) => s.Orders[client].Count <= 3;
}
