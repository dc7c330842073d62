using Igloo.Components;
using Igloo.Models;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>A component whose states, events and guards have every kind of value and collection that models have.</summary>
/// <param name="fleet">All parcels there are.</param>
/// <param name="order">Which parcel goes first.</param>
public sealed class Depot(Domain<Parcel> fleet, ITotalOrder<Parcel> order) : Component<Depot.State, Depot.Event>
{
    /// <summary>The local state.</summary>
    public sealed record State(
        Set<Parcel> Known,
        FiniteMap<Parcel, Place> Places,
        Map<Parcel, int> Weights,
        Bag<Weight> Loads,
        Seq<(Parcel Parcel, int Tare)> Queue,
        Parcel? Next,
        Place Door,
        bool IsOpen,
        string Note,
        long Count);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The depot opens.</summary>
        [Internal]
        public sealed record Open(string Note) : Event;

        /// <summary>A parcel comes in.</summary>
        [Io<Connection.Receive<(Parcel, Weight)>>]
        public sealed record Arrive([Input] Parcel Parcel, [Input] Weight Weight) : Event;

        /// <summary>A parcel is put somewhere.</summary>
        [Internal]
        public sealed record Store(Parcel Parcel, Place Place) : Event;

        /// <summary>A parcel is put on the scale.</summary>
        [Io<Weighing>]
        public sealed record Weigh(Parcel Parcel, int Tare, [Input] int Result) : Event;

        /// <summary>The next parcel is chosen.</summary>
        [Internal]
        public sealed record Choose(Parcel? Parcel) : Event;

        /// <summary>A parcel leaves, with those that wait.</summary>
        [Io<Connection.Send<(Parcel, Seq<int>)>>]
        public sealed record Leave(Parcel Parcel, Seq<int> Tares) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(
        Set<Parcel>.Empty,
        FiniteMap<Parcel, Place>.Empty,
        Map<Parcel, int>.Constant(0),
        Bag<Weight>.Empty,
        Seq<(Parcel Parcel, int Tare)>.Empty,
        null,
        new Place.Van(),
        false,
        "",
        0);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Open(var note) when !s.IsOpen && note != "" => s with { IsOpen = true, Note = note },
        Event.Arrive(var parcel, var weight) when s.IsOpen => s with { Known = s.Known.Add(parcel), Loads = s.Loads.Add(weight), Count = s.Count + 1 },
        Event.Store(var parcel, var place) when s.Known.Contains(parcel) && IsFree(s, place) => s with { Places = s.Places.Set(parcel, place), Door = place },
        Event.Weigh(var parcel, var tare, var result) when s.Places.ContainsKey(parcel) && tare > 0 =>
            s with { Weights = s.Weights.Set(parcel, result), Queue = s.Queue.Append((parcel, tare)) },
        Event.Choose(var parcel) when IsFirst(s, parcel) => s with { Next = parcel },
        Event.Leave(var parcel, var tares) when s.Next == parcel && s.Loads.CountOf(Weight.Heavy) < 2 && tares.All(t => s.Queue.Exists(q => q.Tare == t)) =>
            s with { Known = s.Known.Remove(parcel), Places = s.Places.Remove(parcel), Next = null },
        _ => null,
    };

    private static bool IsFree(State s, Place place) => place switch
    {
        Place.Shelf(var row, var limit) => row < 10 && s.Places.All((_, p) => p != place) && limit == Weight.Light,
        _ => true,
    };

    private bool IsFirst(State s, Parcel? parcel) =>
        parcel is { } chosen && s.Weights[chosen] > 0 && fleet.All(p => !s.Places.ContainsKey(p) || p == chosen || order.Less(chosen, p));
}
