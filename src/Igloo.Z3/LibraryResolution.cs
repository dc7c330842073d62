using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Igloo.Z3;

/// <summary>
/// Which file is libz3. The copy beside the binaries is the only default, so that verdicts don't depend on a library that
/// happens to be installed; <c>IGLOO_LIBZ3</c> is the explicit way to choose another one.
/// </summary>
internal static class LibraryResolution
{
    internal const string Variable = "IGLOO_LIBZ3";

    /// <param name="chosenPath">The value of <see cref="Variable"/>, or null.</param>
    /// <param name="folders">The folders in which binaries lie.</param>
    /// <param name="exists">Whether a file exists.</param>
    /// <exception cref="SolverLibraryException">There is no such file; the message names what to do.</exception>
    internal static string Resolve(string? chosenPath, ImmutableArray<string> folders, Func<string, bool> exists)
    {
        if (!string.IsNullOrWhiteSpace(chosenPath))
        {
            return exists(chosenPath)
                ? Path.GetFullPath(chosenPath)
                : throw new SolverLibraryException($"{Variable} names '{chosenPath}', which does not exist. Correct it, or unset it to use the copy beside the binaries.");
        }

        foreach (var folder in folders)
            foreach (var candidate in Candidates(folder))
                if (exists(candidate)) return candidate;
        throw new SolverLibraryException(
            $"There is no libz3 beside the binaries (looked for {string.Join(" and ", folders.Select(folder => Candidates(folder)[0]))}). {Advice}");
    }

    internal static string Advice =>
        OperatingSystem.IsLinux()
            ? $"On Linux x64 a build of Igloo.Z3 puts it there; if it was built with -p:AcquireLibz3=false, build again without. Or install it ('sudo apt-get install libz3-4' on Debian and Ubuntu, 'sudo dnf install z3-libs' on Fedora) and set {Variable} to the path of libz3.so.4."
            : OperatingSystem.IsMacOS()
                ? $"Install it ('brew install z3') and set {Variable} to the path of libz3.dylib."
                : $"Install Z3 ('winget install Microsoft.Z3') and set {Variable} to the path of libz3.dll.";

    private static ImmutableArray<string> Candidates(string folder) =>
        [Path.Combine(folder, "runtimes", Platform, "native", FileName), Path.Combine(folder, FileName)];

    private static string FileName =>
        OperatingSystem.IsWindows() ? "libz3.dll" : OperatingSystem.IsMacOS() ? "libz3.dylib" : "libz3.so.4";

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");
}
