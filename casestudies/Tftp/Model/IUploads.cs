namespace Tftp.Model;

/// <summary>Clients that write to a server, and its transfers from them: several for one request that the network duplicates.</summary>
public interface IUploads : ISessions
{
    /// <summary>What files are written as.</summary>
    Domain<Seq<Block>> Writings { get; }

    /// <summary>What clients may write.</summary>
    WritePolicy Policy { get; }

    /// <summary>What a client asks for.</summary>
    WriteRequest WriteOf(Client client);

    /// <summary>The file of a client.</summary>
    Content ContentOf(Client client);

    /// <summary>There is one.</summary>
    [Axiom]
    bool ContentExists(Client client) => Exists(ContentOf(client));
}
