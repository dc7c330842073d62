namespace ChainReplication.Model;

/// <summary>One node: takes entries, applies them in their order, and passes them on in the same.</summary>
/// <param name="self">The node.</param>
/// <param name="chain">The chain.</param>
public sealed class Replica(Node self, IChain chain) : Component<Replica.State, Replica.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Log">What it has.</param>
    /// <param name="Sent">How many of these it has passed on.</param>
    public sealed record State(Seq<Entry> Log, int Sent);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A client writes an entry to the head.</summary>
        [Internal]
        public sealed record Write(Entry Entry) : Event;

        /// <summary>The node passes an entry on.</summary>
        [Io<FifoLink.Send<Node, Entry>>]
        public sealed record Forward(Node To, Entry Entry) : Event;

        /// <summary>The node gets an entry from the one before it.</summary>
        [Io<FifoLink.Receive<Node, Entry>>]
        public sealed record Receive([Input] Node From, [Input] Entry Entry) : Event;

        /// <summary>The node applies an entry.</summary>
        [Internal]
        public sealed record Apply(int Number, Entry Entry) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Seq<Entry>.Empty, 0);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Write(var entry) when self == chain.Head && chain.Entries.Contains(entry) => s with { Log = s.Log.Append(entry) },
        Event.Forward(var to, var entry) when self != chain.Tail && to == chain.Next(self) && s.Sent >= 0 && s.Sent < s.Log.Count && s.Log[s.Sent] == entry =>
            s with { Sent = s.Sent + 1 },
        Event.Receive(_, var entry) => s with { Log = s.Log.Append(entry) },
        Event.Apply(var number, var entry) when number >= 0 && number < s.Log.Count && s.Log[number] == entry => s,
        _ => null,
    };
}
