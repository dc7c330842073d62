namespace Tftp.Model;

/// <summary>A number of transfers.</summary>
/// <param name="size">How many.</param>
[Instances(1, 3)]
public sealed class SeveralSessions(int size) : StoredFiles, ISessions
{
    /// <inheritdoc/>
    public Domain<Session> All { get; } = new(Enumerable.Range(0, size).Select(i => new Session(i)));

    /// <inheritdoc/>
    public Domain<string> Texts { get; } = new(["tsize"]);

    /// <inheritdoc/>
    public Domain<Content> Contents { get; } = new([new Content(null), new Content(new StoredFile(new byte[Block.Full])), new Content(new StoredFile(new byte[1]))]);

    /// <inheritdoc/>
    public Address ClientOf(Session session) => new(session.Index);

    /// <inheritdoc/>
    public Address ServerOf(Session session) => new(100 + session.Index);

    /// <inheritdoc/>
    public string FileOf(Session session) => "tsize";

    /// <inheritdoc/>
    public Set<string> OfferedBy(Session session) => Set<string>.Empty;
}
