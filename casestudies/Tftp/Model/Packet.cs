namespace Tftp.Model;

/// <summary>A packet that the server sends.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the block, from 1; the code of the error; the value of the option.</param>
/// <param name="Option">The name of the option; empty for the rest.</param>
/// <param name="Block">The block; empty for the rest.</param>
public sealed record Packet(PacketKind Kind, int Number, string Option, Block Block)
{
    /// <summary>A block of the file.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="block">The block.</param>
    public static Packet Data(int number, Block block) => new(PacketKind.Data, number, "", block);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PacketKind.Data => $"DATA {Number}, {Block}",
        PacketKind.Failure => $"ERROR {Number}",
        _ => $"OACK {Option} {Number}",
    };
}
