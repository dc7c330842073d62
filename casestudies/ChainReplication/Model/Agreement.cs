namespace ChainReplication.Model;

/// <summary>The abstract model: nodes apply entries under numbers, and one number has one entry.</summary>
public sealed class Agreement : EventSystem<Agreement.State, Agreement.Event>
{
    /// <summary>The state of the whole system.</summary>
    /// <param name="Log">The entries that some node has applied, by number, and perhaps more.</param>
    public sealed record State(Seq<Entry> Log);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A number gets its entry.</summary>
        public sealed record Decide(Entry Entry) : Event;

        /// <summary>A node applies an entry.</summary>
        public sealed record Apply(Node Node, int Number, Entry Entry) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Seq<Entry>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Decide(var entry) => s with { Log = s.Log.Append(entry) },
        Event.Apply(_, var number, var entry) when number >= 0 && number < s.Log.Count && s.Log[number] == entry => s,
        _ => null,
    };

    /// <summary>What was applied is in the log.</summary>
    [Invariant]
    public bool AppliedIsDecided(State s, Past<Event> past, Node node, int number, Entry entry) =>
        !past.Contains(new Event.Apply(node, number, entry)) || (number >= 0 && number < s.Log.Count && s.Log[number] == entry);

    /// <summary>No two nodes apply different entries under one number.</summary>
    [TraceProperty]
    public bool NodesAgree(Past<Event> before, Event.Apply now) => before.All<Event.Apply>(e => e.Number != now.Number || e.Entry == now.Entry);
}
