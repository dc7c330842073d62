using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Igloo.Cli.Tests.Running;

/// <summary>Runs commands as a user does: in a process of their own.</summary>
internal static partial class ToolProcess
{
    public static async Task<CommandResult> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        return await EndAsync(process);
    }

    public static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Igloo.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<CommandResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>Whether this process was started with SIGINT ignored, as a shell does in the background; its children inherit that.</summary>
    public static bool InterruptIsIgnored =>
        (Convert.ToUInt64(File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim(), 16) & 2) != 0;

    public static void Interrupt(Process process) => Assert.Equal(0, Signal(process.Id, InterruptIsIgnored ? 15 : 2));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
