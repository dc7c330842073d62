namespace LeaderElection.Links;

/// <summary>How badly a link treats datagrams. The rates are probabilities.</summary>
/// <param name="Loss">A datagram disappears.</param>
/// <param name="Duplication">A datagram arrives twice.</param>
/// <param name="Reordering">A datagram is held back, so that later ones overtake it.</param>
/// <param name="Corruption">A datagram arrives with bits changed or bytes missing.</param>
/// <param name="Delay">The longest delay of any datagram.</param>
public sealed record LinkFaults(double Loss, double Duplication, double Reordering, double Corruption, TimeSpan Delay)
{
    /// <summary>A link that passes every datagram once, at once and in order.</summary>
    public static LinkFaults None { get; } = new(0, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"loss {Loss:P0}, duplication {Duplication:P0}, reordering {Reordering:P0}, corruption {Corruption:P0}, delay up to {Delay.TotalMilliseconds:0} ms");
}
