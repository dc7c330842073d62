using Igloo.Z3;

namespace Igloo.Cli.Verifying;

/// <summary>Which solver gave the verdicts.</summary>
/// <param name="Version">Z3's version.</param>
/// <param name="Path">The library.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="IsPinned">Whether it is the one that Igloo was built with.</param>
internal sealed record SolverIdentity(string Version, string Path, string Sha256, bool IsPinned)
{
    /// <summary>The library of this process. Takes some tens of milliseconds, for the hash.</summary>
    /// <exception cref="SolverLibraryException">It is missing or unusable.</exception>
    public static SolverIdentity Current()
    {
        var library = SolverLibrary.Current;
        return new SolverIdentity(library.Version.ToString(3), library.Path, library.Sha256, library.IsPinned);
    }

    /// <inheritdoc/>
    public override string ToString() => $"Z3 {Version} ({(IsPinned ? "pinned" : "NOT the pinned one")}, sha256 {Sha256[..8]})";
}
