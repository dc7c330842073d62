namespace Tftp.Model;

/// <summary>What there is under a name.</summary>
/// <param name="File">The file; null if there is none that may be read.</param>
/// <remarks>Opaque in proofs, where <see cref="IFiles"/> says all that is known of it.</remarks>
[Sort]
public readonly record struct Content(StoredFile? File)
{
    /// <inheritdoc/>
    public override string ToString() => File is null ? "no file" : $"{File.Length} bytes";
}
