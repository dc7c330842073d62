namespace Tftp.Model;

/// <summary>The operations on files.</summary>
public static class FileSystem
{
    /// <summary>Reads a file as a whole.</summary>
    public sealed class Read : IoOperation<string, Content>
    {
        /// <inheritdoc/>
        public override string Name => "read_file";
    }
}
