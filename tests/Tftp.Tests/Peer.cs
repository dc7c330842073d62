using System.Diagnostics;

namespace Tftp.Tests;

/// <summary>A program of the distribution that talks to ours.</summary>
internal static class Peer
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin"];

    /// <summary>Skips the test where the program is missing.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="package">The package that it is in.</param>
    /// <returns>Its path.</returns>
    public static string Require(string program, string package)
    {
        var found = Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(found is not null, $"There is no {program}: apt-get install {package}");
        return found!;
    }

    /// <summary>Runs a program to its end; with the test it ends too.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int ExitCode, byte[] Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        var output = new MemoryStream();
        try
        {
            await process.StandardOutput.BaseStream.CopyToAsync(output, Serving.Cancellation);
            await process.WaitForExitAsync(Serving.Cancellation);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, output.ToArray());
    }
}
