namespace Tftp.Model;

/// <summary>What there is under a name.</summary>
/// <param name="Exists">Whether there is a file that may be read.</param>
/// <param name="Blocks">Its blocks.</param>
public sealed record Content(bool Exists, Seq<Block> Blocks)
{
    /// <summary>The largest number of a block: they have 16 bits.</summary>
    public const int MostBlocks = 65_535;

    /// <summary>Whether all blocks but the last are full, and the last, which may be empty, is not (RFC 1350, section 6).</summary>
    public bool IsWhole =>
        !Blocks.IsEmpty
        && Blocks.Count <= MostBlocks
        && Blocks.AllPairs((a, b) => a.Length == Block.Full)
        && Blocks[Blocks.Count - 1].Length >= 0
        && Blocks[Blocks.Count - 1].Length < Block.Full;

    /// <inheritdoc/>
    public override string ToString() => Exists ? $"{Blocks.Count} blocks" : "no file";
}
