namespace Tftp.Model;

/// <summary>What the server sends.</summary>
public abstract record Packet
{
    /// <summary>A block of the file.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Block">The block.</param>
    public sealed record Data(int Number, Block Block) : Packet;

    /// <summary>An error. The transfer is over for who gets it.</summary>
    /// <param name="Code">Which.</param>
    public sealed record Failure(int Code) : Packet;

    /// <summary>An option is accepted (RFC 2347).</summary>
    /// <param name="Option">Its name.</param>
    /// <param name="Value">Its value.</param>
    public sealed record OptionAck(string Option, int Value) : Packet;
}
