namespace Retransmission.Model;

/// <summary>A datagram: an item with its number, or the acknowledgement of all items before a number.</summary>
/// <param name="IsAck">Whether it is an acknowledgement.</param>
/// <param name="Number">The number of the item, from 0; of an acknowledgement how many items have arrived.</param>
/// <param name="Item">The item; any one of an acknowledgement.</param>
public sealed record Packet(bool IsAck, int Number, Item Item)
{
    /// <inheritdoc/>
    public override string ToString() => IsAck ? $"ACK {Number}" : $"DATA {Number} {Item}";
}
