using Failover.Model;
using Igloo.Proving;
using Igloo.Testing;

namespace Failover.Proofs;

/// <summary>Everything that the model owes, for any number of nodes.</summary>
public sealed class FailoverProofs
{
    [Theory, AssemblyObligations<FailoverSystem>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
