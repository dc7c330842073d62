using Igloo.Monitoring.Datagrams;
using LeaderElection.Model;

namespace LeaderElection.Nodes;

/// <summary>What a node program is given. Its only way to the network is the monitored socket.</summary>
/// <param name="Self">The node.</param>
/// <param name="Ring">The ring it is in.</param>
/// <param name="Udp">Its socket, under the permissions of its component.</param>
/// <param name="Resend">How long it waits for a message before it sends again.</param>
/// <param name="Elected">Announces that this node is the leader.</param>
public sealed record NodeContext(
    Node Self, IRing Ring, MonitoredUdp<RingNode.State, RingNode.Event> Udp, TimeSpan Resend, Action Elected)
{
    /// <summary>The address of the successor.</summary>
    public Address Successor => Ring.AddressOf(Ring.Next(Self));
}
