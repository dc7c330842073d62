namespace ChainReplication.Model;

/// <summary>The log is that of the head.</summary>
/// <param name="chain">The chain.</param>
public sealed class ChainRefinesAgreement(IChain chain)
    : Refinement<ChainSystem.State, ChainSystem.Event, Agreement.State, Agreement.Event>(new ChainSystem(chain), new Agreement())
{
    /// <inheritdoc/>
    public override bool Related(ChainSystem.State c, Agreement.State a) => a.Log == c.Components[chain.Head].Log;

    /// <inheritdoc/>
    public override Agreement.Event? Mediate(ChainSystem.Event e) => e switch
    {
        ChainSystem.Event.Internal(_, Replica.Event.Write(var entry)) => new Agreement.Event.Decide(entry),
        ChainSystem.Event.Internal(var node, Replica.Event.Apply(var number, var entry)) => new Agreement.Event.Apply(node, number, entry),
        _ => null,
    };
}
