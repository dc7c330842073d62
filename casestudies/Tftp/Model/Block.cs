namespace Tftp.Model;

/// <summary>A block of a file.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record Block(int Length, string Bytes)
{
    /// <summary>The length of every block but the last.</summary>
    public const int Full = 512;

    /// <summary>The empty one.</summary>
    public static Block Empty => new(0, "");

    /// <inheritdoc/>
    public override string ToString() => $"{Length} bytes";
}
