using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Igloo.Z3;

/// <summary>The libz3 that this process uses. Immutable; safe for use from several threads.</summary>
public sealed class SolverLibrary
{
    private static readonly Lazy<SolverLibrary> Loaded = new(LoadDefault);

    private readonly Lazy<string> _sha256;

    private SolverLibrary(string path, nint handle)
    {
        Path = path;
        Handle = handle;
        Version = ReadVersion(path, handle);
        _sha256 = new(() => HashOf(path));
    }

    /// <summary>The library in use, loaded at the first call.</summary>
    /// <exception cref="SolverLibraryException">It is missing or unusable.</exception>
    public static SolverLibrary Current => Loaded.Value;

    /// <summary>The SHA-256 of the library that the build pins, in lower-case hexadecimal.</summary>
    public static string PinnedSha256 { get; } = typeof(SolverLibrary).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Libz3Sha256").Value!;

    /// <summary>The file it was loaded from.</summary>
    public string Path { get; }

    /// <summary>Z3's version, with the build number as third and the revision as fourth part.</summary>
    public Version Version { get; }

    /// <summary>The SHA-256 of the file in lower-case hexadecimal, computed at the first call (tens of milliseconds).</summary>
    public string Sha256 => _sha256.Value;

    /// <summary>Whether it is the library that the build pins. Computes the hash.</summary>
    public bool IsPinned => Sha256 == PinnedSha256;

    internal nint Handle { get; }

    /// <summary>Version, path and hash, as every report prints them.</summary>
    public override string ToString() => $"Z3 {Version.ToString(3)} ({Path}, SHA-256 {Sha256}{(IsPinned ? ", pinned" : ", not the pinned library")})";

    /// <summary>Loads one file.</summary>
    /// <exception cref="SolverLibraryException">It cannot be loaded, or is no usable libz3.</exception>
    internal static SolverLibrary Load(string path)
    {
        nint handle;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new SolverLibraryException($"'{path}' cannot be loaded as a library for this platform: {exception.Message} {LibraryResolution.Advice}", exception);
        }

        foreach (var function in new[] { "Z3_get_version", "Z3_mk_simple_solver", "Z3_interrupt" })
            if (!NativeLibrary.TryGetExport(handle, function, out _))
                throw new SolverLibraryException($"'{path}' is no libz3, or one too old: it has no function {function}. {LibraryResolution.Advice}");
        return new SolverLibrary(path, handle);
    }

    private static SolverLibrary LoadDefault()
    {
        var beside = System.IO.Path.GetDirectoryName(typeof(SolverLibrary).Assembly.Location);
        ImmutableArray<string> folders = string.IsNullOrEmpty(beside) ? [AppContext.BaseDirectory] : [AppContext.BaseDirectory, beside];
        return Load(LibraryResolution.Resolve(
            Environment.GetEnvironmentVariable(LibraryResolution.Variable),
            [.. folders.Select(folder => System.IO.Path.TrimEndingDirectorySeparator(folder)).Distinct()],
            File.Exists));
    }

    private static unsafe Version ReadVersion(string path, nint handle)
    {
        uint major, minor, build, revision;
        ((delegate* unmanaged[Cdecl]<uint*, uint*, uint*, uint*, void>)NativeLibrary.GetExport(handle, "Z3_get_version"))(&major, &minor, &build, &revision);
        return major >= 4
            ? new Version((int)major, (int)minor, (int)build, unchecked((int)revision) & int.MaxValue)
            : throw new SolverLibraryException($"'{path}' is Z3 {major}.{minor}; at least 4.8 is needed. {LibraryResolution.Advice}");
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
