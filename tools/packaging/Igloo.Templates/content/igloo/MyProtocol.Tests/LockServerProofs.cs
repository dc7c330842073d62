namespace MyProtocol.Tests;

public sealed class LockServerProofs
{
    /// <summary>One test for each thing that has to be proved of the model.</summary>
    [Theory, Obligations<LockServer>]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
