namespace Igloo.Mutation.Tests;

/// <summary>Changes of the case studies over crash-stop networks and timers.</summary>
internal static class EnvironmentMutants
{
    public static IEnumerable<Mutant> Failover =>
    [
        new("Node leads although an earlier one lives", "Candidate", " && group.Nodes.All(n => !group.Less(n, self) || s.Suspected.Contains(n))", "", "FailoverSystem: Environment Transmit keeps LeaderIsLeastAlive"),
        new("Node claims leadership for another", "Candidate", "leader == self && ", "", "FailoverSystem: Environment Transmit keeps MessagesAreClaims"),
        new("Suspicions are wrong", "FailoverSystem", "new Candidate.Event.Suspect(node)", "new Candidate.Event.Suspect(at)", "FailoverSystem: Environment Suspect keeps SuspectsHaveCrashed"),
    ];

    public static IEnumerable<Mutant> Retransmission =>
    [
        new("Failed send keeps the permission", "Peer", "Udp.SendOrLose<Packet>", "Udp.Send<Packet>", "StreamSystem: Send may be taken for not made when it fails at OfFirst Transmit"),
        new("Item is sent again at once", "Peer", "s.IsDue && packet.Number", "packet.Number", "StreamSystem: "),
        new("Any acknowledgement counts", "Peer", "number == s.Sending + 1 ?", "number >= 0 ?", "StreamSystem: Environment OfFirst Deliver keeps ItemsOnTheWay"),
        new("Whatever comes is taken", "Peer", "packet.Number == s.Got.Count ?", "packet.Number >= 0 ?", "StreamSystem: Environment OfFirst Deliver keeps ReceivedWasSent"),
    ];
}
