namespace Tftp.Model;

/// <summary>A packet that the sender of a file sends.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the block, from 1; the code of the error; 0 for the rest.</param>
/// <param name="Options">The accepted options; none for the rest.</param>
/// <param name="Block">The block; empty for the rest.</param>
public sealed record Packet(PacketKind Kind, int Number, Options Options, Block Block)
{
    /// <summary>A block of the file.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="block">The block.</param>
    public static Packet Data(int number, Block block) => new(PacketKind.Data, number, Options.None, block);

    /// <summary>An error.</summary>
    /// <param name="code">Its code.</param>
    public static Packet Failure(int code) => new(PacketKind.Failure, code, Options.None, Block.Empty);

    /// <summary>Options are accepted.</summary>
    /// <param name="accepted">Which.</param>
    public static Packet OptionAck(Options accepted) => new(PacketKind.OptionAck, 0, accepted, Block.Empty);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PacketKind.Data => $"DATA {Number}, {Block}",
        PacketKind.Failure => $"ERROR {Number}",
        PacketKind.OptionAck => $"OACK {Options}",
        _ => "other",
    };
}
