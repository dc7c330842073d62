namespace Tftp.Model;

/// <summary>Options of a transfer (RFC 2347): those that are offered with a request, or those of them that are accepted.</summary>
/// <param name="BlockSize">The length of every block but the last, in bytes (RFC 2348).</param>
/// <param name="FileSize">The length of the file in bytes (RFC 2349); 0 in a request, which asks for it.</param>
/// <param name="HasOthers">Whether there are options that nobody here knows.</param>
public sealed record Options(int? BlockSize, long? FileSize, bool HasOthers)
{
    /// <summary>None at all.</summary>
    public static Options None => new(null, null, false);

    /// <summary>Whether all that is accepted was offered.</summary>
    /// <param name="accepted">What the other side accepts.</param>
    /// <param name="offered">What was offered.</param>
    /// <param name="least">The shortest length of blocks that is good enough.</param>
    /// <remarks>RFC 2348: a length may be accepted that is less than the one that was offered.</remarks>
    public static bool MayAccept(Options accepted, Options offered, int least) =>
        !accepted.HasOthers
        && (accepted.BlockSize is { } length ? offered.BlockSize is { } most && length >= least && length <= most : accepted.FileSize is not null)
        && (accepted.FileSize is null || offered.FileSize is not null);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", new[] { BlockSize is { } length ? $"blksize {length}" : "", FileSize is { } size ? $"tsize {size}" : "", HasOthers ? "others" : "" }.Where(t => t.Length > 0));
}
