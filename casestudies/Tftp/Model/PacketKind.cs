namespace Tftp.Model;

/// <summary>What the sender of a file sends.</summary>
public enum PacketKind
{
    /// <summary>A block of the file.</summary>
    Data,

    /// <summary>An error. The transfer is over for who gets it.</summary>
    Failure,

    /// <summary>Options are accepted (RFC 2347).</summary>
    OptionAck,

    /// <summary>Any other packet.</summary>
    Other,
}
