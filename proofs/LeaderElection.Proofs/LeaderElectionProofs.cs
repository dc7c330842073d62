using Igloo.Proving;
using Igloo.Testing;
using LeaderElection.Model;

namespace LeaderElection.Proofs;

/// <summary>Everything that the models owe, for every size.</summary>
public sealed class LeaderElectionProofs
{
    [Theory, AssemblyObligations<RingProtocol>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
