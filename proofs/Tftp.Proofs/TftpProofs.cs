using Igloo.Proving;
using Igloo.Testing;
using Tftp.Model;

namespace Tftp.Proofs;

/// <summary>Everything that the model owes, for any number of transfers and files of any length.</summary>
public sealed class TftpProofs
{
    [Theory, AssemblyObligations<TftpSystem>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
