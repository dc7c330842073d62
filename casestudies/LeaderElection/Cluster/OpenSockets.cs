using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace LeaderElection.Cluster;

/// <summary>The internet sockets that a process holds, as the operating system sees them.</summary>
internal static class OpenSockets
{
    private static readonly ImmutableArray<string> Tables = ["udp", "udp6", "tcp", "tcp6", "raw", "raw6"];

    /// <summary>Whether the operating system tells.</summary>
    public static bool AreKnown => OperatingSystem.IsLinux() && File.Exists("/proc/net/udp");

    /// <summary>The sockets of a process: protocol and local endpoint.</summary>
    /// <param name="processId">The process.</param>
    /// <returns>Null if the process has ended or may not be looked at.</returns>
    public static IReadOnlyList<(string Protocol, string Local)>? Of(int processId)
    {
        try
        {
            var own = Directory.EnumerateFiles($"/proc/{processId}/fd")
                .Select(f => File.ResolveLinkTarget(f, returnFinalTarget: false)?.Name)
                .Where(t => t is not null && t.StartsWith("socket:[", StringComparison.Ordinal))
                .Select(t => t![8..^1])
                .ToHashSet(StringComparer.Ordinal);
            return [.. Tables.SelectMany(t => Entries(processId, t)).Where(e => own.Contains(e.Inode)).Select(e => (e.Protocol, e.Local))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Columns: number, local address, remote address, state, queues, timer, retransmissions, user, timeout, inode.
    private static IEnumerable<(string Protocol, string Local, string Inode)> Entries(int processId, string table)
    {
        var file = $"/proc/{processId}/net/{table}";
        return File.Exists(file)
            ? File.ReadLines(file).Skip(1)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(columns => columns.Length > 9)
                .Select(columns => (table, EndPoint(columns[1]), columns[9]))
            : [];
    }

    // IPv4 addresses are written as one hexadecimal number of the machine's byte order; others are left as they are.
    private static string EndPoint(string text) =>
        text.Split(':') is [{ Length: 8 } address, var port]
            ? new IPEndPoint(
                new IPAddress(BitConverter.GetBytes(uint.Parse(address, NumberStyles.HexNumber, CultureInfo.InvariantCulture))),
                int.Parse(port, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : text;
}
