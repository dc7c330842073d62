namespace Tftp.Model;

/// <summary>What there is under a name that somebody wants to write.</summary>
public enum Standing
{
    /// <summary>Nothing yet.</summary>
    Absent,

    /// <summary>A file.</summary>
    Present,

    /// <summary>No place for a file: the name leads out of the folder, or to something else.</summary>
    Elsewhere,
}
