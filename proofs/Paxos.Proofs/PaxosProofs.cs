using Igloo.Proving;
using Igloo.Testing;
using Paxos.Model;

namespace Paxos.Proofs;

/// <summary>Everything that the model owes, for any number of acceptors, rounds and values.</summary>
public sealed class PaxosProofs
{
    [Theory, AssemblyObligations<SingleDecree>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
