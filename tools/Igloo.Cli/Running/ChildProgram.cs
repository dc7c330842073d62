using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Igloo.Cli.Targets;

namespace Igloo.Cli.Running;

/// <summary>The user's program as a child that shares this process's terminal and never outlives it.</summary>
internal static partial class ChildProgram
{
    private const int Interrupt = 2;
    private static readonly TimeSpan GraceBeforeForwarding = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan GraceBeforeKilling = TimeSpan.FromSeconds(10);

    /// <summary>Runs an assembly's program to its end.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="cancellation">Asks the program to stop, as Ctrl-C does, and kills it if it takes longer than ten seconds.</param>
    /// <returns>The program's exit code.</returns>
    /// <exception cref="ToolFailureException">It cannot be started.</exception>
    public static async Task<int> RunAsync(string path, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(path, arguments);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return process.ExitCode;
    }

    private static Process Start(string path, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(DotNet.Host, ["exec", path, .. arguments]))!;
        }
        catch (Win32Exception exception)
        {
            throw new ToolFailureException($"The program cannot be started with '{DotNet.Host}': {exception.Message}", null, exception);
        }
    }

    private static async Task StopAsync(Process process)
    {
        // Ctrl-C on a terminal has reached the child already; a signal to this process alone has not.
        if (await HasEndedAsync(process, GraceBeforeForwarding))
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            _ = Signal(process.Id, Interrupt);
        }

        await HasEndedAsync(process, GraceBeforeKilling);
    }

    private static async Task<bool> HasEndedAsync(Process process, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
