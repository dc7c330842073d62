using System.Diagnostics;
using System.Globalization;

namespace LeaderElection.Tests.Cluster;

/// <summary>Signals to processes that a test has started.</summary>
internal static class Signals
{
    /// <summary>Whether this process was started with SIGINT ignored, as a shell does in the background; its children inherit that.</summary>
    private static bool InterruptIsIgnored =>
        (Convert.ToUInt64(File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim(), 16) & 2) != 0;

    public static void Send(string signal, int processId)
    {
        signal = signal == "INT" && InterruptIsIgnored ? "TERM" : signal;
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
