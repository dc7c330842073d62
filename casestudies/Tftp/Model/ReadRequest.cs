namespace Tftp.Model;

/// <summary>A request to read a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Offered">The options that are offered with it.</param>
public sealed record ReadRequest(string File, Options Offered)
{
    /// <inheritdoc/>
    public override string ToString() => $"RRQ {File} {Offered}".TrimEnd();
}
