using Igloo.Testing;

namespace LockServer.Proofs;

public sealed class MutexTests : InstanceTests<Mutex>;

public sealed class LockProtocolTests : InstanceTests<LockProtocol>;

public sealed class LockProtocolRefinesMutexTests : InstanceTests<LockProtocolRefinesMutex>;
