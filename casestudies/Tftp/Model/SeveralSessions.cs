namespace Tftp.Model;

/// <summary>A number of transfers, two for each client.</summary>
/// <param name="size">How many.</param>
[Instances(1, 3)]
public sealed class SeveralSessions(int size) : StoredFiles, IUploads
{
    private const int FirstPort = 100;
    private const int Elsewhere = 1_000;
    private static readonly Options Size = new(null, 0, false);
    private static readonly Content FullBlock = new(new StoredFile(new byte[Block.Full]));

    /// <inheritdoc/>
    public Domain<Session> All { get; } = new(Enumerable.Range(0, size).Select(i => new Session(i)));

    /// <inheritdoc/>
    public Domain<Client> Clients { get; } = new(Enumerable.Range(0, (size + 1) / 2).Select(i => new Client(i)));

    /// <inheritdoc/>
    public Domain<Address> Addresses { get; } =
        new([.. Enumerable.Range(FirstPort - 1, size + 1).Concat(Enumerable.Range(Elsewhere, (size + 1) / 2)).Select(i => new Address(i))]);

    /// <inheritdoc/>
    public Domain<Content> Contents { get; } = new([new Content(null), FullBlock, new Content(new StoredFile(new byte[1]))]);

    /// <inheritdoc/>
    public Domain<Options> OptionSets { get; } = new([Size]);

    /// <summary>Numbers of blocks and codes of errors where any would do; what the model computes is tried as well.</summary>
    public Domain<int> Numbers { get; } = new([0]);

    /// <inheritdoc/>
    public Domain<string> Texts { get; } = new(["f"]);

    /// <inheritdoc/>
    public Address Server => new(FirstPort - 1);

    /// <inheritdoc/>
    public Address AddressOf(Client client) => new(Elsewhere + client.Index);

    /// <inheritdoc/>
    public ReadRequest RequestOf(Client client) => new("f", Size);

    /// <inheritdoc/>
    public Domain<Seq<Block>> Writings { get; } = new([Seq<Block>.Of(FullBlock.File!.BlockOf(Block.Full, 1), Block.Empty), Seq<Block>.Of(new Block(1, "f"))]);

    /// <inheritdoc/>
    public WritePolicy Policy => new(true, false);

    /// <inheritdoc/>
    public WriteRequest WriteOf(Client client) => new("f", Size with { FileSize = Block.Full });

    /// <inheritdoc/>
    public Content ContentOf(Client client) => FullBlock;

    /// <inheritdoc/>
    public Client ClientOf(Session session) => new(session.Index / 2);

    /// <inheritdoc/>
    public Address PortOf(Session session) => new(FirstPort + session.Index);

    /// <inheritdoc/>
    public Session At(Address address) => new(All.Contains(new Session((int)address.Value - FirstPort)) ? (int)address.Value - FirstPort : 0);

    /// <inheritdoc/>
    public bool AreTogether(Address a, Address b) => a.Value / Elsewhere == b.Value / Elsewhere;
}
