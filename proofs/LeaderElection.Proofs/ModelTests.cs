using Igloo.Testing;
using LeaderElection.Model;

namespace LeaderElection.Proofs;

public sealed class ElectionTests : ModelTests<Election>;

public sealed class RingProtocolTests : ModelTests<RingProtocol>;

public sealed class RingProtocolRefinesElectionTests : ModelTests<RingProtocolRefinesElection>;

public sealed class RingInterfaceTests : ModelTests<RingInterface>;

public sealed class RingInterfaceRefinesProtocolTests : ModelTests<RingInterfaceRefinesProtocol>;

public sealed class RingSystemTests : ModelTests<RingSystem>;

public sealed class RingSystemIsInterfaceTests : ModelTests<RingSystemIsInterface>;
