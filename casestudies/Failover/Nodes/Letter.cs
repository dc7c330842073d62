using Failover.Model;

namespace Failover.Nodes;

/// <summary>What travels over a link.</summary>
/// <param name="Peer">To whom, or from whom.</param>
/// <param name="Leader">Who leads.</param>
internal readonly record struct Letter(Node Peer, Node Leader);
