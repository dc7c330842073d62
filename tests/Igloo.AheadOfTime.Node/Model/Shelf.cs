using Igloo.Components;
using Igloo.Values;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>A generic component: its closed types are named in this project's <c>ClosedTypes.cs</c>.</summary>
/// <typeparam name="TItem">What lies there.</typeparam>
public sealed class Shelf<TItem> : Component<Shelf<TItem>.State, Shelf<TItem>.Event>
    where TItem : struct
{
    /// <summary>The local state.</summary>
    public sealed record State(Set<TItem> Items);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>An item is put there.</summary>
        [Internal]
        public sealed record Put(TItem Item) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<TItem>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Put(var item) when !s.Items.Contains(item) => new(s.Items.Add(item)),
        _ => null,
    };
}
