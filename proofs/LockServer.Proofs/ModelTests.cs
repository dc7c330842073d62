using Igloo.Testing;

namespace LockServer.Proofs;

public sealed class MutexTests : ModelTests<Mutex>;

public sealed class LockProtocolTests : ModelTests<LockProtocol>;

public sealed class LockProtocolRefinesMutexTests : ModelTests<LockProtocolRefinesMutex>;
