using ChainReplication.Model;
using Igloo.Proving;
using Igloo.Testing;

namespace ChainReplication.Proofs;

/// <summary>Everything that the model owes, for any number of nodes.</summary>
public sealed class ChainReplicationProofs
{
    [Theory, AssemblyObligations<ChainSystem>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
