namespace Tftp.Wire;

/// <summary>The kinds of packets (RFC 1350, section 5; RFC 2347).</summary>
public enum Opcode
{
    /// <summary>Read request.</summary>
    Read = 1,

    /// <summary>Write request.</summary>
    Write = 2,

    /// <summary>Data.</summary>
    Data = 3,

    /// <summary>Acknowledgement.</summary>
    Ack = 4,

    /// <summary>Error.</summary>
    Error = 5,

    /// <summary>Acknowledgement of options.</summary>
    OptionAck = 6,
}
