using System.Diagnostics;
using System.Globalization;

namespace LeaderElection.Tests.Cluster;

/// <summary>Signals to processes that a test has started.</summary>
internal static class Signals
{
    public static void Send(string signal, int processId)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
