using Clocks = Igloo.Environments.Timers<Retransmission.Model.Node, int>;
using Network = Igloo.Environments.UnreliableNetwork<Retransmission.Model.Node, Retransmission.Model.Packet>;

namespace Retransmission.Model;

/// <summary>An unreliable network, and timers.</summary>
/// <param name="addressing">The addresses of the nodes.</param>
public sealed class Surroundings(IAddressing<Node> addressing)
    : Interleaving<Network.State, Network.Event, Clocks.State, Clocks.Event>(new Network(addressing), new Clocks());
