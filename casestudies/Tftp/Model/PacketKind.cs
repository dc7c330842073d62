namespace Tftp.Model;

/// <summary>What the server sends.</summary>
public enum PacketKind
{
    /// <summary>A block of the file.</summary>
    Data,

    /// <summary>An error. The transfer is over for who gets it.</summary>
    Failure,

    /// <summary>An option is accepted (RFC 2347).</summary>
    OptionAck,
}
