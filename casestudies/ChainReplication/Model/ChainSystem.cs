using Network = Igloo.Environments.ReliableNetwork<ChainReplication.Model.Node, ChainReplication.Model.Entry>;

namespace ChainReplication.Model;

/// <summary>The nodes in parallel with ordered channels that lose nothing.</summary>
/// <param name="chain">The chain.</param>
public sealed class ChainSystem(IChain chain)
    : Composition<Network.State, Network.Event, Node, Replica.State, Replica.Event>(new Network())
{
    /// <inheritdoc/>
    public override Domain<Node> Indices => chain.Nodes;

    /// <inheritdoc/>
    public override Replica Component(Node index) => new(index, chain);

    /// <inheritdoc/>
    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Transmit(var from, var to, var entry) => new Step(from, new Replica.Event.Forward(to, entry)),
        Network.Event.Deliver(var at, var from, var entry) => new Step(at, new Replica.Event.Receive(from, entry)),
        _ => null,
    };

    /// <summary>Entries travel only from a node to the next.</summary>
    [Invariant]
    public bool ChannelsFollowTheChain(State s, Node from, Node to) =>
        s.Environment.Channels[from][to].IsEmpty || (from != chain.Tail && to == chain.Next(from));

    /// <summary>What a node has passed on has arrived or is on the way.</summary>
    [Invariant]
    public bool NothingIsLost(State s, Node n) =>
        n == chain.Tail
        || s.Components[n].Sent == s.Components[chain.Next(n)].Log.Count + s.Environment.Channels[n][chain.Next(n)].Count;

    /// <summary>A node passes on only what it has.</summary>
    [Invariant]
    public bool SentIsLogged(State s, Node n) => s.Components[n].Sent >= 0 && s.Components[n].Sent <= s.Components[n].Log.Count;

    /// <summary>No node is ahead of the head.</summary>
    [Invariant]
    public bool HeadIsAhead(State s, Node n) => s.Components[n].Log.Count <= s.Components[chain.Head].Log.Count;

    /// <summary>Each log is a prefix of that of the head.</summary>
    [Invariant]
    public bool LogsArePrefixes(State s, Node n, int i) =>
        i < 0 || i >= s.Components[n].Log.Count || s.Components[n].Log[i] == s.Components[chain.Head].Log[i];

    /// <summary>What is on the way is the continuation of what has arrived.</summary>
    [Invariant]
    public bool ChannelsContinueLogs(State s, Node n, int i) =>
        n == chain.Tail || i < 0 || i >= s.Environment.Channels[n][chain.Next(n)].Count
        || s.Environment.Channels[n][chain.Next(n)][i] == s.Components[chain.Head].Log[s.Components[chain.Next(n)].Log.Count + i];
}
