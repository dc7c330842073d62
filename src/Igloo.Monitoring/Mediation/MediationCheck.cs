using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Igloo.Monitoring.Mediation;

/// <summary>Finds a process that has opened sockets of its own, past its monitor.</summary>
/// <remarks>
/// Complete mediation is an assumption of the method; this is evidence for it. It sees a process at one moment, its UDP and TCP sockets
/// only, and those only once they have an address: repeat it. Linux; elsewhere the verdict is unknown.
/// </remarks>
public static class MediationCheck
{
    private const string Prefix = "socket:[";

    /// <summary>Inspects a process.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="allowedPorts">The local ports of the sockets that its monitors own.</param>
    public static MediationVerdict Run(int processId, IReadOnlyCollection<int> allowedPorts)
    {
        ArgumentNullException.ThrowIfNull(allowedPorts);
        if (!OperatingSystem.IsLinux()) return new MediationVerdict.Unknown("the sockets of another process are only visible on Linux");
        try
        {
            // The tables first: a socket closed in between is then merely not found.
            var process = $"/proc/{processId.ToString(CultureInfo.InvariantCulture)}";
            var sockets = ((string[])["udp", "udp6", "tcp", "tcp6"]).SelectMany(t => Table($"{process}/net/{t}", t[..3])).ToLookup(s => s.Inode, s => s.Socket);
            var own = Inodes($"{process}/fd").SelectMany(inode => sockets[inode]).ToImmutableArray();
            var foreign = own.Where(s => !allowedPorts.Contains(s.Local.Port)).ToImmutableArray();
            return foreign.IsEmpty ? new MediationVerdict.Mediated(own) : new MediationVerdict.Bypassed(foreign);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MediationVerdict.Unknown(failure.Message);
        }
    }

    private static IEnumerable<string> Inodes(string folder)
    {
        foreach (var descriptor in Directory.EnumerateFileSystemEntries(folder))
        {
            string? target;
            try
            {
                target = File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name;
            }
            catch (IOException)
            {
                continue;
            }

            if (target is not null && target.StartsWith(Prefix, StringComparison.Ordinal)) yield return target[Prefix.Length..^1];
        }
    }

    private static IEnumerable<(string Inode, OpenSocket Socket)> Table(string file, string protocol)
    {
        if (!File.Exists(file)) yield break;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > 9) yield return (columns[9], new(protocol, EndPoint(columns[1]), EndPoint(columns[2])));
        }
    }

    // The kernel prints each 32-bit word of the address in the order of the machine.
    private static IPEndPoint EndPoint(string text)
    {
        var parts = text.Split(':');
        var bytes = Convert.FromHexString(parts[0]);
        if (BitConverter.IsLittleEndian)
        {
            for (var word = 0; word < bytes.Length; word += 4) Array.Reverse(bytes, word, 4);
        }

        return new(new IPAddress(bytes), int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
