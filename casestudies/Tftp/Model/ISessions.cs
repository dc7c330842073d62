namespace Tftp.Model;

/// <summary>The transfers of a server.</summary>
public interface ISessions : IFiles
{
    /// <summary>All transfers.</summary>
    Domain<Session> All { get; }

    /// <summary>What files hold.</summary>
    Domain<Content> Contents { get; }

    /// <summary>Names of files and of options, and contents of blocks.</summary>
    Domain<string> Texts { get; }

    /// <summary>The client's address.</summary>
    Address ClientOf(Session session);

    /// <summary>The server's address, one for each transfer.</summary>
    Address ServerOf(Session session);

    /// <summary>The requested file.</summary>
    string FileOf(Session session);

    /// <summary>The offered options.</summary>
    Set<string> OfferedBy(Session session);
}
