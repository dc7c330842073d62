namespace Igloo.Mutation.Tests;

/// <summary>Changes of the lock server.</summary>
internal static class LockServerMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("Server grants without the token", "LockProtocol", " when s.ServerHasToken", "", "LockProtocol: Grant keeps OneGrant"),
        new("Server keeps the token it grants", "LockProtocol", "ServerHasToken = false, ", "", "LockProtocol: Grant keeps ServerExcludesClients"),
        new("Client takes what was not granted", "LockProtocol", " when s.Grants.Contains(c)", "", "LockProtocol: Take keeps AtMostOneHolder"),
        new("Grant can be taken twice", "LockProtocol", "Grants = s.Grants.Remove(c), ", "", "LockProtocol: Take keeps GrantExcludesTheRest"),
        new("Client releases what it does not hold", "LockProtocol", " when s.Holding.Contains(c)", "", "LockProtocol: Release keeps OneReturn"),
        new("Client keeps what it releases", "LockProtocol", "Holding = s.Holding.Remove(c), ", "", "LockProtocol: Release keeps HoldingExcludesReturn"),
        new("Server takes back what was not returned", "LockProtocol", " when s.Returns.Contains(c)", "", "LockProtocol: Return keeps ServerExcludesClients"),
        new("Mediator maps take to skip", "LockProtocolRefinesMutex", "LockProtocol.Event.Take(var c) => new Mutex.Event.Acquire(c),", "LockProtocol.Event.Take => null,", "LockProtocolRefinesMutex: Take is simulated"),
        new("Mediator maps grant to acquire", "LockProtocolRefinesMutex", "LockProtocol.Event.Take(var c)", "LockProtocol.Event.Grant(var c)", "LockProtocolRefinesMutex: Grant is simulated"),
    ];
}
