using System.Diagnostics;

namespace Igloo.Proving.Logic;

/// <summary>One run of the process to its end, be it natural or not.</summary>
internal sealed record ProcessRun(string Answer, string Report, bool TimedOut)
{
    internal static ProcessRun Start(
        string path, IEnumerable<string> arguments, string input, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, input);
            var start = new ProcessStartInfo(path, input.Length == 0 ? arguments : [.. arguments, file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
            using var expiry = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            expiry.CancelAfter(timeLimit);
            using var kill = expiry.Token.Register(() => Kill(process));
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd().Trim();
            var report = $"{output}\n{error.GetAwaiter().GetResult().Trim()}".Trim();
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            return new(output.Split('\n')[0].Trim(), $"{report} (exit code {process.ExitCode})", expiry.IsCancellationRequested);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
