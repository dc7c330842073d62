using System.ComponentModel;
using System.Diagnostics;

namespace Igloo.Cli.Targets;

/// <summary>The <c>dotnet</c> command as a child process.</summary>
internal static class DotNet
{
    /// <summary>The host that started this process, else the one on the path.</summary>
    public static string Host
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
            if (!string.IsNullOrEmpty(named) && File.Exists(named))
            {
                return named;
            }

            var own = Environment.ProcessPath;
            return own is not null && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        }
    }

    /// <summary>Runs it to its end and collects what it writes.</summary>
    /// <exception cref="ToolFailureException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process and its children have been killed.</exception>
    public static async Task<DotNetResult> RunAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Host, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new DotNetResult(process.ExitCode, await output, await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new ToolFailureException(
                $"The .NET SDK's command '{start.FileName}' cannot be started: {exception.Message}",
                "Install the .NET 10 SDK and put 'dotnet' on the path, or name a built .dll instead of a project.",
                exception);
        }
    }
}
