using LockServer;

namespace Igloo.Testing.Tests;

public sealed class LockProtocolTests : ModelTests<LockProtocol>;
