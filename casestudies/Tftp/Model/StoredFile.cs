using System.Text;

namespace Tftp.Model;

/// <summary>A file, cut into blocks.</summary>
/// <param name="bytes">Its bytes, fewer than 65,535 full blocks.</param>
public sealed class StoredFile(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The blocks: all full but the last, which may be empty.</summary>
    public IReadOnlyList<Block> Blocks { get; } =
    [
        .. Enumerable.Range(0, bytes.Length / Block.Full + 1)
            .Select(i => bytes[(i * Block.Full)..Math.Min(bytes.Length, (i + 1) * Block.Full)])
            .Select(b => new Block(b.Length, Encoding.Latin1.GetString(b.Span))),
    ];
}
