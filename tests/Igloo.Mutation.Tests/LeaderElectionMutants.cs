namespace Igloo.Mutation.Tests;

/// <summary>Changes of the leader-election chain, from the abstract model down to the configuration map.</summary>
internal static class LeaderElectionMutants
{
    public static IEnumerable<Mutant> All =>
    [
        .. Abstract,
        .. Protocol,
        .. ProtocolRefinement,
        .. Interface,
        .. InterfaceRefinement,
        .. Component,
        .. System,
        .. Theory,
    ];

    private static IEnumerable<Mutant> Abstract =>
    [
        new("Election elects anybody", "Election", " when s.Leaders.All(l => l == n)", "", "Election: Elect keeps AtMostOneLeader"),
        new("Election elects only others", "Election", "l => l == n", "l => l != n", "Election: Elect keeps AtMostOneLeader"),
        new("Election forgets to record the leader", "Election", "s with { Leaders = s.Leaders.Add(n) }", "s", "Election: Elect keeps PastIsState"),
        new("Election has no link from history to state", "Election", "past.Contains(new Event.Elect(n)) == s.Leaders.Contains(n)", "past.Contains(new Event.Elect(n)) || true", "Election: Elect satisfies ElectsOnce"),
        new("Trace property asks for different leaders", "Election", "e.Node == now.Node", "e.Node != now.Node", "Election: Elect satisfies ElectsOnce"),
    ];

    private static IEnumerable<Mutant> Protocol =>
    [
        new("Accept without having received", "RingProtocol", "s.Inbox[at].Contains(id) && ring.Less(at, id)", "ring.Less(at, id)", "RingProtocol: Accept keeps PassedOnlySmaller"),
        new("Accept forwards smaller ids", "RingProtocol", " && ring.Less(at, id)", "", "RingProtocol: Accept keeps PassedOnlySmaller"),
        new("Accept compares the wrong way round", "RingProtocol", "ring.Less(at, id) =>", "ring.Less(id, at) =>", "RingProtocol: Accept keeps PassedOnlySmaller"),
        new("Accept forwards its own id too", "RingProtocol", "ring.Less(at, id) =>", "(ring.Less(at, id) || at == id) =>", null),
        new("Elect without having received", "RingProtocol", " when s.Inbox[n].Contains(n) =>", " =>", "RingProtocol: Elect keeps LeaderIsHome"),
        new("Elect on any message", "RingProtocol", "s.Inbox[n].Contains(n) => s with", "!s.Inbox[n].IsEmpty => s with", "RingProtocol: Elect keeps LeaderIsHome"),
        new("Setup sends to itself", "RingProtocol", "Sent(s, ring.Next(n), n)", "Sent(s, n, n)", "RingProtocol: Setup keeps HomeIsLargest"),
        new("Setup sends the successor's id", "RingProtocol", "Sent(s, ring.Next(n), n)", "Sent(s, ring.Next(n), ring.Next(n))", "RingProtocol: Setup keeps HomeIsLargest"),
        new("Accept sends two hops", "RingProtocol", "Sent(s, ring.Next(at), id)", "Sent(s, ring.Next(ring.Next(at)), id)", "RingProtocol: Accept keeps PassedOnlySmaller"),
        new("Invariant about homecomers is missing", "RingProtocol", "=> Implies(s.Inbox[id].Contains(id), k == id || ring.Less(k, id))", "=> Implies(s.Inbox[id].Contains(id), k == id || ring.Less(k, id) || ring.Less(id, k))", "RingProtocolRefinesElection: Elect is simulated"),
        new("Invariant about homecomers forgets the homecomer", "RingProtocol", "k == id || ring.Less(k, id)", "ring.Less(k, id)", "RingProtocol: Setup keeps HomeIsLargest"),
        new("Invariant about passing forgets where", "RingProtocol", " && ring.Between(id, k, at)", "", "RingProtocol: Setup keeps PassedOnlySmaller"),
        new("Invariant about leaders says nothing", "RingProtocol", "Implies(s.Leaders.Contains(n), s.Inbox[n].Contains(n))", "Implies(s.Leaders.Contains(n), s.Leaders.Contains(n))", "RingProtocolRefinesElection: Elect is simulated"),
        new("Elect is never enabled", "RingProtocol", "s.Inbox[n].Contains(n) => s with", "s.Inbox[n].Contains(n) && s.Inbox[n].IsEmpty => s with", "RingProtocol: Elect can happen"),
    ];

    private static IEnumerable<Mutant> ProtocolRefinement =>
    [
        new("Relation relates everything", "RingProtocolRefinesElection", "a.Leaders == c.Leaders", "a.Leaders == a.Leaders", "RingProtocolRefinesElection: Elect is simulated"),
        new("Relation allows fewer abstract leaders", "RingProtocolRefinesElection", "a.Leaders == c.Leaders", "a.Leaders.IsSubsetOf(c.Leaders)", null),
        new("Relation allows more abstract leaders", "RingProtocolRefinesElection", "a.Leaders == c.Leaders", "c.Leaders.IsSubsetOf(a.Leaders)", "RingProtocolRefinesElection: Elect is simulated"),
        new("Mediator maps elect to skip", "RingProtocolRefinesElection", "e is RingProtocol.Event.Elect(var n) ? new Election.Event.Elect(n) : null", "null", "RingProtocolRefinesElection: Elect is simulated"),
        new("Mediator maps setup to elect", "RingProtocolRefinesElection", "e is RingProtocol.Event.Elect(var n)", "e is RingProtocol.Event.Setup(var n)", "RingProtocolRefinesElection: Setup is simulated"),
        new("Mediator elects the successor", "RingProtocolRefinesElection", "new Election.Event.Elect(n)", "new Election.Event.Elect(ring.Next(n))", "RingProtocolRefinesElection: Elect is simulated"),
    ];

    private static IEnumerable<Mutant> Interface =>
    [
        new("Interface receives what was never sent", "RingInterface", " when s.Channels[ring.AddressOf(i)].Contains(j)", "", "RingInterface: Receive keeps ReceivedWasSent"),
        new("Interface accepts without having received", "RingInterface", "s.Inbox[i].Contains(j) && ring.Less(i, j)", "ring.Less(i, j)", "RingInterface: Accept keeps OutboxIsOwnOrAccepted"),
        new("Interface accepts smaller ids", "RingInterface", "s.Inbox[i].Contains(j) && ring.Less(i, j)", "s.Inbox[i].Contains(j)", "RingInterface: Accept keeps OutboxIsOwnOrAccepted"),
        new("Interface sends anything", "RingInterface", "s.Outbox[i].Contains(j) && a == ring.AddressOf(ring.Next(i))", "a == ring.AddressOf(ring.Next(i))", "RingInterfaceRefinesProtocol: Send is simulated"),
        new("Interface sends to anybody", "RingInterface", " && a == ring.AddressOf(ring.Next(i))", "", "RingInterfaceRefinesProtocol: Send is simulated"),
        new("Interface sends to itself", "RingInterface", "a == ring.AddressOf(ring.Next(i))", "a == ring.AddressOf(i)", "RingInterfaceRefinesProtocol: Send is simulated"),
        new("Interface setup prepares nothing", "RingInterface", "s with { Outbox = s.Outbox.Set(i, s.Outbox[i].Add(i)) }", "s", "RingSystemIsInterface: Setup"),
        new("Interface elects without having received", "RingInterface", " when s.Inbox[i].Contains(i)", "", "RingInterfaceRefinesProtocol: Elect is simulated"),
        new("Invariant about receiving is missing", "RingInterface", "Implies(s.Inbox[i].Contains(j), s.Channels[ring.AddressOf(i)].Contains(j))", "Implies(s.Inbox[i].Contains(j), s.Inbox[i].Contains(j))", "RingInterfaceRefinesProtocol: Elect is simulated"),
        new("Invariant about the outbox is missing", "RingInterface", "i == j || (s.Channels[ring.AddressOf(i)].Contains(j) && ring.Less(i, j))", "i == j || i != j", "RingInterfaceRefinesProtocol: Send is simulated"),
    ];

    private static IEnumerable<Mutant> InterfaceRefinement =>
    [
        new("Mediator maps interface setup to protocol setup", "RingInterfaceRefinesProtocol", "        RingInterface.Event.Elect(var i) =>", "        RingInterface.Event.Setup(var i) => new RingProtocol.Event.Setup(i),\n        RingInterface.Event.Elect(var i) =>", "RingInterfaceRefinesProtocol: Setup is simulated"),
        new("Mediator maps every send to accept", "RingInterfaceRefinesProtocol", "i == j ? new RingProtocol.Event.Setup(i) : new RingProtocol.Event.Accept(i, j)", "new RingProtocol.Event.Accept(i, j)", "RingInterfaceRefinesProtocol: Send is simulated"),
        new("Mediator maps every send to setup", "RingInterfaceRefinesProtocol", "i == j ? new RingProtocol.Event.Setup(i) : new RingProtocol.Event.Accept(i, j)", "new RingProtocol.Event.Setup(i)", "RingInterfaceRefinesProtocol: Send is simulated"),
        new("Mediator maps interface elect to skip", "RingInterfaceRefinesProtocol", "RingInterface.Event.Elect(var i) => new RingProtocol.Event.Elect(i),", "RingInterface.Event.Elect => null,", "RingInterfaceRefinesProtocol: Elect is simulated"),
        new("Relation forgets the channels", "RingInterfaceRefinesProtocol", "a.Leaders == c.Leaders && ring.Nodes.All(n => a.Inbox[n] == c.Channels[ring.AddressOf(n)])", "a.Leaders == c.Leaders", "RingInterfaceRefinesProtocol: Elect is simulated"),
        new("Relation forgets the leaders", "RingInterfaceRefinesProtocol", "a.Leaders == c.Leaders && ring", "ring", null),
    ];

    private static IEnumerable<Mutant> Component =>
    [
        new("Node accepts without having received", "RingNode", "s.Inbox.Contains(id) && order.Less(self, id)", "order.Less(self, id)", "RingSystemIsInterface: Internal Accept is simulated"),
        new("Node accepts smaller ids", "RingNode", "s.Inbox.Contains(id) && order.Less(self, id)", "s.Inbox.Contains(id)", "RingSystemIsInterface: Internal Accept is simulated"),
        new("Node sends to anybody", "RingNode", "to == successor && s.Outbox.Contains(id)", "s.Outbox.Contains(id)", "RingSystemIsInterface: Environment Transmit is simulated"),
        new("Node sends anything", "RingNode", "to == successor && s.Outbox.Contains(id)", "to == successor", "RingSystemIsInterface: Environment Transmit is simulated"),
        new("Node elects itself at once", "RingNode", "Event.Elect when s.Inbox.Contains(self)", "Event.Elect", "RingSystemIsInterface: Internal Elect is simulated"),
        new("Node drops what it receives", "RingNode", "s with { Inbox = s.Inbox.Add(id) }", "s", "RingSystemIsInterface: Receive"),
        new("Node prepares nothing", "RingNode", "s with { Outbox = s.Outbox.Add(self) }", "s", "RingSystemIsInterface: Setup"),
        new("Node forgets what it sends, and a failed send is taken for not made", "RingNode", "s.Outbox.Contains(id) => s,", "s.Outbox.Contains(id) => s with { Outbox = s.Outbox.Remove(id) },", "RingSystem: Send may be taken for not made when it fails at Transmit"),
        new("Node refuses an input", "RingNode", "Event.Receive(var id) => s", "Event.Receive(var id) when id != self => s", "IGL1103"),
    ];

    private static IEnumerable<Mutant> System =>
    [
        new("Configuration sends to the node itself", "RingSystem", "ring.AddressOf(ring.Next(index))", "ring.AddressOf(index)", "RingSystemIsInterface: Send"),
        new("Configuration confuses a node with its successor", "RingSystem", "new(index, ring.", "new(ring.Next(index), ring.", "RingSystemIsInterface: Setup"),
        new("Composition forgets the sender", "RingSystem", "new Step(from, new RingNode.Event.Send(to, id))", "null", "RingSystem: Send has a partner"),
        new("Composition forgets the receiver", "RingSystem", "new Step(at, new RingNode.Event.Receive(id))", "null", "RingSystem: Receive has a partner"),
        new("Composition delivers to the successor", "RingSystem", "new Step(at, new", "new Step(ring.Next(at), new", "RingSystemIsInterface: Receive"),
        new("Composition pairs a delivery with an internal event", "RingSystem", "new RingNode.Event.Receive(id)", "new RingNode.Event.Accept(id)", "RingSystem: the partner of Deliver is an I/O event"),
        new("Equality with everything skipped", "RingSystemIsInterface", "RingSystem.Event.Internal(var i, RingNode.Event.Elect) => new RingInterface.Event.Elect(i),", "RingSystem.Event.Internal(_, RingNode.Event.Elect) => null,", "RingSystemIsInterface: Elect"),
        new("Equality confuses two events", "RingSystemIsInterface", "new RingInterface.Event.Accept(i, j),", "new RingInterface.Event.Receive(i, j),", "RingSystemIsInterface: Accept"),
    ];

    private static IEnumerable<Mutant> Theory =>
    [
        new("Axioms contradict each other", "IRing", "!Between(a, b, Next(a))", "!Between(a, b, Next(a)) && Less(a, a)", "IRing: IRing is satisfiable"),
        new("Successor need not be adjacent", "IRing", "!Between(a, b, Next(a))", "!Between(a, b, Next(a)) || Between(a, b, Next(a))", "RingProtocol: Accept keeps PassedOnlySmaller"),
    ];
}
