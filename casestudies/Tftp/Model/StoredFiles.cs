namespace Tftp.Model;

/// <summary>The files of this machine.</summary>
public class StoredFiles : IFiles
{
    /// <inheritdoc/>
    public bool Exists(Content content) => content.File is not null;

    /// <inheritdoc/>
    public int Last(Content content) => content.File?.Blocks.Count ?? 0;

    /// <inheritdoc/>
    public Block BlockOf(Content content, int number) =>
        content.File is { } file && number >= 1 && number <= file.Blocks.Count ? file.Blocks[number - 1] : new(0, "");
}
