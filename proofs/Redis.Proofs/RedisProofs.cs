using Igloo.Proving;
using Igloo.Testing;
using Redis.Model;

namespace Redis.Proofs;

/// <summary>Everything that the model owes, for any number of clients.</summary>
public sealed class RedisProofs
{
    [Theory, AssemblyObligations<RedisSystem>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
