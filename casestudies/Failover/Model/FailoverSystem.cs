using Network = Igloo.Environments.CrashStopNetwork<Failover.Model.Node, Failover.Model.Node>;

namespace Failover.Model;

/// <summary>The nodes in parallel with ordered channels, crashes, and a failure detector that is right.</summary>
/// <param name="group">The nodes.</param>
public sealed class FailoverSystem(IGroup group)
    : Composition<Network.State, Network.Event, Node, Candidate.State, Candidate.Event>(new Network())
{
    /// <inheritdoc/>
    public override Domain<Node> Indices => group.Nodes;

    /// <inheritdoc/>
    public override Candidate Component(Node index) => new(index, group);

    /// <inheritdoc/>
    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Transmit(var from, var to, var leader) => new Step(from, new Candidate.Event.Claim(to, leader)),
        Network.Event.Deliver(var at, var from, var leader) => new Step(at, new Candidate.Event.Follow(from, leader)),
        Network.Event.Suspect(var at, var node) => new Step(at, new Candidate.Event.Suspect(node)),
        _ => null,
    };

    /// <summary>Who is suspected has crashed.</summary>
    [Invariant]
    public bool SuspectsHaveCrashed(State s, Node n, Node other) =>
        Implies(s.Components[n].Suspected.Contains(other), s.Environment.Crashed.Contains(other));

    /// <summary>When a node leads, all before it have crashed.</summary>
    [Invariant]
    public bool LeaderIsLeastAlive(State s, Node n, Node other) =>
        Implies(s.Components[n].IsLeader && group.Less(other, n), s.Environment.Crashed.Contains(other));

    /// <summary>Every message on the way names its sender, and that leads or has led.</summary>
    [Invariant]
    public bool MessagesAreClaims(State s, Node from, Node to, int i) =>
        i < 0 || i >= s.Environment.Channels[from][to].Count
        || (s.Environment.Channels[from][to][i] == from && s.Components[from].IsLeader);

    /// <summary>Nobody follows a node that has not led.</summary>
    [Invariant]
    public bool FollowsLeaders(State s, Node n, Node leader) => Implies(s.Components[n].Followed.Contains(leader), s.Components[leader].IsLeader);

    /// <summary>A node that is not the first leads.</summary>
    [Sometimes]
    public bool LeadershipPassesOn(State s) => group.Nodes.All(n => s.Environment.Crashed.Contains(n) || s.Components[n].IsLeader) && group.Nodes.Exists(n => s.Environment.Crashed.Contains(n));
}
