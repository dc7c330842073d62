using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tftp.Tests;

/// <summary>The server of the distribution on loopback, with a folder of its own.</summary>
internal sealed class Tftpd : IAsyncDisposable
{
    private const int Attempts = 5;
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Open = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // Sooner than the one second that is the default, so that what is lost does not take long.
    private static readonly TimeSpan Retransmission = TimeSpan.FromMilliseconds(100);
    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Tftpd(Process process, DirectoryInfo folder, IPEndPoint endPoint) => (this.process, this.folder, EndPoint) = (process, folder, endPoint);

    public IPEndPoint EndPoint { get; }

    /// <summary>Starts it, and waits until it has its port.</summary>
    public static async Task<Tftpd> StartAsync()
    {
        var program = Peer.Require("in.tftpd", "tftpd-hpa");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "in.tftpd changes its user, which only root may");
        var folder = Directory.CreateTempSubdirectory("igloo-tftpd-");
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(folder.FullName, Open);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var endPoint = FreePort();
            var process = Process.Start(program, ["--foreground", "--ipv4", "--address", $"{endPoint}", "--retransmit", Microseconds(Retransmission), "--create", "--secure", folder.FullName]);
            while (!process.HasExited && IsFree(endPoint)) await Task.Delay(TimeSpan.FromMilliseconds(5), Serving.Cancellation);
            if (!process.HasExited) return new(process, folder, endPoint);
            process.Dispose();
        }

        folder.Delete(recursive: true);
        throw new InvalidOperationException("in.tftpd does not start.");
    }

    /// <summary>What it has written under a name.</summary>
    public byte[] Stored(string name) => System.IO.File.ReadAllBytes(Path.Combine(folder.FullName, name));

    public byte[] File(string name, int length)
    {
        var bytes = Serving.Bytes(length);
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, Readable);
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        // With its children, of which each has one transfer.
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Microseconds(TimeSpan time) => time.TotalMicroseconds.ToString(CultureInfo.InvariantCulture);

    private static IPEndPoint FreePort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.Client.LocalEndPoint!;
    }

    private static bool IsFree(IPEndPoint endPoint)
    {
        try
        {
            using var socket = new UdpClient(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
