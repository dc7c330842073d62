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

    /// <summary>Looks what there is under a name.</summary>
    public sealed class Examine : IoOperation<string, Standing>
    {
        /// <inheritdoc/>
        public override string Name => "examine_file";
    }

    /// <summary>Writes a file as a whole or not at all, over another one only if it may; says whether it is written.</summary>
    public sealed class Write : IoOperation<(string File, Seq<Block> Blocks, bool MayReplace), bool>
    {
        /// <inheritdoc/>
        public override string Name => "write_file";
    }
}
