using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using E = Igloo.Endurance.Models.Meter.Event;

namespace Igloo.Endurance.Appending;

/// <summary>Records events for as long as it lives: to be killed, or to run into the end of the disk.</summary>
internal static class AppendCommand
{
    /// <returns>0 where an event could not be recorded and has not happened, 1 where that went wrong.</returns>
    public static int Run(string path, long largestFile, TextWriter output)
    {
        using var log = AuditLog<E>.Create(path, new() { LargestFile = largestFile });
        using var monitor = PermissionMonitor.Start(new Meter(), new() { Audit = log });
        while (true)
        {
            var before = monitor.State;
            try
            {
                if (before.Count > 1_000_000) monitor.Perform(new E.Reset());
                else monitor.Succeed(monitor.Begin(new E.Lose(before.Count)));
            }
            catch (IOException full)
            {
                var isUnchanged = monitor.State.Equals(before);
                output.WriteLine($"{(isUnchanged ? "refused" : "LOST")}: {full.Message}");
                return isUnchanged ? 0 : 1;
            }
        }
    }
}
