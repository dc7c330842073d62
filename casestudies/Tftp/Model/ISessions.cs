namespace Tftp.Model;

/// <summary>Clients of a server, and its transfers to them: several for one request that the network duplicates.</summary>
public interface ISessions : IFiles, IHosts
{
    /// <summary>All transfers.</summary>
    Domain<Session> All { get; }

    /// <summary>All clients.</summary>
    Domain<Client> Clients { get; }

    /// <summary>What files hold.</summary>
    Domain<Content> Contents { get; }

    /// <summary>Where datagrams come from.</summary>
    Domain<Address> Addresses { get; }

    /// <summary>Options that are offered or accepted.</summary>
    Domain<Options> OptionSets { get; }

    /// <summary>Names of files, and contents of blocks.</summary>
    Domain<string> Texts { get; }

    /// <summary>The address where the server takes requests.</summary>
    Address Server { get; }

    /// <summary>The address of a client.</summary>
    Address AddressOf(Client client);

    /// <summary>What a client asks for.</summary>
    ReadRequest RequestOf(Client client);

    /// <summary>Whom a transfer is for.</summary>
    Client ClientOf(Session session);

    /// <summary>The server's address for a transfer.</summary>
    Address PortOf(Session session);

    /// <summary>The transfer that has an address, if any has.</summary>
    Session At(Address address);

    /// <summary>Each transfer has an address of its own.</summary>
    [Axiom]
    bool PortsAreUnique(Session session) => At(PortOf(session)) == session;

    /// <summary>All of them are of the server's machine.</summary>
    [Axiom]
    bool PortsAreOfTheServer(Session session) => AreTogether(PortOf(session), Server);
}
