using Igloo.Testing;
using LeaderElection.Model;

namespace LeaderElection.Proofs;

public sealed class ElectionTests : InstanceTests<Election>;

public sealed class RingProtocolTests : InstanceTests<RingProtocol>;

public sealed class RingProtocolRefinesElectionTests : InstanceTests<RingProtocolRefinesElection>;

public sealed class RingInterfaceTests : InstanceTests<RingInterface>;

public sealed class RingInterfaceRefinesProtocolTests : InstanceTests<RingInterfaceRefinesProtocol>;

public sealed class RingSystemTests : InstanceTests<RingSystem>;

public sealed class RingSystemIsInterfaceTests : InstanceTests<RingSystemIsInterface>;
