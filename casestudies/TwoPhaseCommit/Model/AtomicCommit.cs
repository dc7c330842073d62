namespace TwoPhase.Model;

/// <summary>
/// Two-phase commit: a transaction manager asks resource managers whether to commit. Messages are never removed, so that they may
/// be received again.
/// </summary>
/// <param name="sites">The resource managers.</param>
/// <remarks>The model of Gray and Lamport, "Consensus on Transaction Commit" (2006), which several model checkers are measured with.</remarks>
public sealed class AtomicCommit(ISites sites) : EventSystem<AtomicCommit.State, AtomicCommit.Event>
{
    /// <summary>Where a resource manager stands.</summary>
    public enum Status
    {
        /// <summary>It may still do either.</summary>
        Working,

        /// <summary>It has promised to commit if it is asked to.</summary>
        Prepared,

        /// <summary>It has committed.</summary>
        Committed,

        /// <summary>It has aborted.</summary>
        Aborted,
    }

    /// <summary>Where the transaction manager stands.</summary>
    public enum Decision
    {
        /// <summary>It has not decided.</summary>
        Init,

        /// <summary>It has decided to commit.</summary>
        Committed,

        /// <summary>It has decided to abort.</summary>
        Aborted,
    }

    /// <summary>Everything that was ever sent.</summary>
    public abstract record Message
    {
        /// <summary>A resource manager has promised.</summary>
        public sealed record Prepared(Site From) : Message;

        /// <summary>All shall commit.</summary>
        public sealed record Commit : Message;

        /// <summary>All shall abort.</summary>
        public sealed record Abort : Message;
    }

    /// <summary>The state of all managers and the messages.</summary>
    /// <param name="Sites">Where each resource manager stands.</param>
    /// <param name="Decided">Where the transaction manager stands.</param>
    /// <param name="Prepared">The promises that the transaction manager has received.</param>
    /// <param name="Messages">What was sent.</param>
    public sealed record State(Map<Site, Status> Sites, Decision Decided, Set<Site> Prepared, Set<Message> Messages);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The transaction manager receives a promise.</summary>
        public sealed record ReceivePrepared(Site From) : Event;

        /// <summary>The transaction manager decides to commit.</summary>
        public sealed record Commit : Event;

        /// <summary>The transaction manager decides to abort.</summary>
        public sealed record Abort : Event;

        /// <summary>A resource manager promises.</summary>
        public sealed record Prepare(Site Who) : Event;

        /// <summary>A resource manager aborts on its own.</summary>
        public sealed record ChooseAbort(Site Who) : Event;

        /// <summary>A resource manager is told to commit.</summary>
        public sealed record ReceiveCommit(Site Who) : Event;

        /// <summary>A resource manager is told to abort.</summary>
        public sealed record ReceiveAbort(Site Who) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Site, Status>.Constant(Status.Working), Decision.Init, Set<Site>.Empty, Set<Message>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.ReceivePrepared(var r) when s.Decided == Decision.Init && s.Messages.Contains(new Message.Prepared(r)) =>
            s with { Prepared = s.Prepared.Add(r) },
        Event.Commit when s.Decided == Decision.Init && sites.All.All(r => s.Prepared.Contains(r)) =>
            s with { Decided = Decision.Committed, Messages = s.Messages.Add(new Message.Commit()) },
        Event.Abort when s.Decided == Decision.Init =>
            s with { Decided = Decision.Aborted, Messages = s.Messages.Add(new Message.Abort()) },
        Event.Prepare(var r) when s.Sites[r] == Status.Working =>
            s with { Sites = s.Sites.Set(r, Status.Prepared), Messages = s.Messages.Add(new Message.Prepared(r)) },
        Event.ChooseAbort(var r) when s.Sites[r] == Status.Working => s with { Sites = s.Sites.Set(r, Status.Aborted) },
        Event.ReceiveCommit(var r) when s.Messages.Contains(new Message.Commit()) => s with { Sites = s.Sites.Set(r, Status.Committed) },
        Event.ReceiveAbort(var r) when s.Messages.Contains(new Message.Abort()) => s with { Sites = s.Sites.Set(r, Status.Aborted) },
        _ => null,
    };

    /// <summary>No manager commits while another one aborts.</summary>
    [Invariant]
    public bool Consistent(State s, Site a, Site b) => !(s.Sites[a] == Status.Committed && s.Sites[b] == Status.Aborted);

    /// <summary>Some manager commits.</summary>
    [Sometimes]
    public bool SomebodyCommits(State s, Site a) => s.Sites[a] == Status.Committed;
}
