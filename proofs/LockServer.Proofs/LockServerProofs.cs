using Igloo.Proving;
using Igloo.Testing;

namespace LockServer.Proofs;

/// <summary>Everything that the models owe, for every size.</summary>
public sealed class LockServerProofs
{
    [Theory, AssemblyObligations<LockProtocol>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
