using Igloo.Proving;
using Igloo.Testing;
using Retransmission.Model;

namespace Retransmission.Proofs;

/// <summary>Everything that the model owes, for any number of nodes and streams of any length.</summary>
public sealed class RetransmissionProofs
{
    [Theory, AssemblyObligations<StreamSystem>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
