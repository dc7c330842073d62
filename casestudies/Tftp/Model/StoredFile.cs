using System.Text;

namespace Tftp.Model;

/// <summary>A file.</summary>
/// <param name="bytes">Its bytes, fewer than 65,535 full blocks.</param>
public sealed class StoredFile(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Its length in bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>The number of its last block.</summary>
    /// <param name="length">The length of blocks in bytes.</param>
    public int Last(int length) => bytes.Length / length + 1;

    /// <summary>A block: all are full but the last, which may be empty.</summary>
    /// <param name="length">The length of blocks in bytes.</param>
    /// <param name="number">The number, from 1 to that of the last.</param>
    public Block BlockOf(int length, int number)
    {
        var block = bytes[((number - 1) * length)..Math.Min(bytes.Length, number * length)];
        return new(block.Length, Encoding.Latin1.GetString(block.Span));
    }
}
