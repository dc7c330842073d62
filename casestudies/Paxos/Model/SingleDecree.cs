namespace Paxos.Model;

/// <summary>
/// Single-decree Paxos over any number of acceptors, rounds and values; the model and its invariants follow the shape of "Paxos
/// Made EPR" (Padon et al., OOPSLA 2017).
/// </summary>
/// <param name="quorums">The acceptors and their quorums.</param>
public sealed class SingleDecree(IQuorums quorums) : EventSystem<SingleDecree.State, SingleDecree.Event>
{
    /// <summary>An acceptor has joined a round.</summary>
    public sealed record Join(Acceptor By, Round In);

    /// <summary>A value is proposed in a round.</summary>
    public sealed record Proposal(Round In, Value Of);

    /// <summary>An acceptor has voted.</summary>
    public sealed record Vote(Acceptor By, Round In, Value For);

    /// <summary>Everything that was ever said.</summary>
    /// <param name="Started">The rounds that were started.</param>
    /// <param name="Joined">Who has answered the start of which round.</param>
    /// <param name="Left">The rounds in which an acceptor votes no more.</param>
    /// <param name="Proposals">What was proposed.</param>
    /// <param name="Votes">The votes.</param>
    /// <param name="Decisions">What was decided in which round.</param>
    public sealed record State(Set<Round> Started, Set<Join> Joined, Map<Acceptor, Set<Round>> Left, Set<Proposal> Proposals, Set<Vote> Votes, Set<Proposal> Decisions);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A proposer starts a round.</summary>
        public sealed record Start(Round In) : Event;

        /// <summary>An acceptor joins a round and leaves all smaller ones.</summary>
        public sealed record Promise(Acceptor By, Round In) : Event;

        /// <summary>A proposer proposes after a quorum has joined; Last is the latest vote in the quorum, if there is any.</summary>
        public sealed record Propose(Round In, Quorum Heard, Value Of, Vote? Last) : Event;

        /// <summary>An acceptor votes.</summary>
        public sealed record Cast(Acceptor By, Round In, Value For) : Event;

        /// <summary>A quorum has voted for the same value in one round.</summary>
        public sealed record Decide(Round In, Value Of, Quorum Voted) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(
        Set<Round>.Empty, Set<Join>.Empty, Map<Acceptor, Set<Round>>.Constant(Set<Round>.Empty), Set<Proposal>.Empty, Set<Vote>.Empty, Set<Proposal>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var r) => s with { Started = s.Started.Add(r) },
        Event.Promise(var a, var r) when s.Started.Contains(r) && !s.Left[a].Contains(r) => s with
        {
            Joined = s.Joined.Add(new Join(a, r)),
            Left = s.Left.Set(a, s.Left[a].AddWhere(quorums.Rounds, small => quorums.Less(small, r))),
        },
        Event.Propose(var r, var q, var v, var last) when
            !s.Proposals.Exists(p => p.In == r)
            && quorums.Acceptors.All(a => Implies(quorums.Member(a, q), s.Joined.Contains(new Join(a, r))))
            && IsLatest(s, r, q, v, last) => s with { Proposals = s.Proposals.Add(new Proposal(r, v)) },
        Event.Cast(var a, var r, var v) when !s.Left[a].Contains(r) && s.Proposals.Contains(new Proposal(r, v)) =>
            s with { Votes = s.Votes.Add(new Vote(a, r, v)) },
        Event.Decide(var r, var v, var q) when HasVoted(s, q, r, v) => s with { Decisions = s.Decisions.Add(new Proposal(r, v)) },
        _ => null,
    };

    /// <summary>One value is decided.</summary>
    [Invariant]
    public bool Agreement(State s, Round r1, Value v1, Round r2, Value v2) =>
        Implies(s.Decisions.Contains(new Proposal(r1, v1)) && s.Decisions.Contains(new Proposal(r2, v2)), v1 == v2);

    /// <summary>A round has one proposal.</summary>
    [Invariant]
    public bool OneProposal(State s, Round r, Value v1, Value v2) =>
        Implies(s.Proposals.Contains(new Proposal(r, v1)) && s.Proposals.Contains(new Proposal(r, v2)), v1 == v2);

    /// <summary>Votes are for proposals.</summary>
    [Invariant]
    public bool VotesAreForProposals(State s, Acceptor a, Round r, Value v) =>
        Implies(s.Votes.Contains(new Vote(a, r, v)), s.Proposals.Contains(new Proposal(r, v)));

    /// <summary>A decision has a quorum of votes.</summary>
    [Invariant]
    public bool DecisionsHaveQuorums(State s, Round r, Value v) =>
        Implies(s.Decisions.Contains(new Proposal(r, v)), quorums.Quorums.Exists(q => HasVoted(s, q, r, v)));

    /// <summary>Joining a round is leaving the smaller ones.</summary>
    [Invariant]
    public bool JoinedLeavesSmaller(State s, Acceptor a, Round small, Round large) =>
        Implies(s.Joined.Contains(new Join(a, large)) && quorums.Less(small, large), s.Left[a].Contains(small));

    /// <summary>Once another value is proposed later, no earlier value can still be chosen.</summary>
    [Invariant]
    public bool NothingElseIsChoosable(State s, Round r1, Value v1, Round r2, Value v2, Quorum q) =>
        Implies(
            s.Proposals.Contains(new Proposal(r2, v2)) && quorums.Less(r1, r2) && v1 != v2,
            quorums.Acceptors.Exists(a =>
                quorums.Member(a, q) && s.Left[a].Contains(r1) && !s.Votes.Contains(new Vote(a, r1, v1))));

    /// <summary>Something is decided.</summary>
    [Sometimes]
    public bool SomethingIsDecided(State s) => !s.Decisions.IsEmpty;

    private bool HasVoted(State s, Quorum q, Round r, Value v) =>
        quorums.Acceptors.All(a => Implies(quorums.Member(a, q), s.Votes.Contains(new Vote(a, r, v))));

    private bool IsLatest(State s, Round r, Quorum q, Value v, Vote? last) =>
        last is null
            ? s.Votes.All(w => !(quorums.Member(w.By, q) && quorums.Less(w.In, r)))
            : s.Votes.Contains(last) && quorums.Member(last.By, q) && quorums.Less(last.In, r) && last.For == v
              && s.Votes.All(w => !(quorums.Member(w.By, q) && quorums.Less(w.In, r)) || !quorums.Less(last.In, w.In));
}
