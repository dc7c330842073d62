namespace Tftp.Model;

/// <summary>The files of this machine.</summary>
public class StoredFiles : IFiles
{
    /// <inheritdoc/>
    public bool Exists(Content content) => content.File is not null;

    /// <inheritdoc/>
    public long LengthOf(Content content) => content.File?.Length ?? 0;

    /// <inheritdoc/>
    public int Last(Content content, int length) => content.File is { } file && length > 0 ? file.Last(length) : 0;

    /// <inheritdoc/>
    public Block BlockOf(Content content, int length, int number) =>
        content.File is { } file && length > 0 && number >= 1 && number <= file.Last(length) ? file.BlockOf(length, number) : Block.Empty;
}
