namespace Tftp.Model;

/// <summary>A request to write a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Offered">The options that are offered with it; a length of the file is the file's.</param>
public sealed record WriteRequest(string File, Options Offered)
{
    /// <inheritdoc/>
    public override string ToString() => $"WRQ {File} {Offered}".TrimEnd();
}
