using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Redis.Tests;

/// <summary>A real server on loopback, on a port that the system picks, without files. One for the assembly; ended with it.</summary>
public sealed class RedisProcess : IAsyncLifetime
{
    private const int Attempts = 5;
    private Process? process;

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    public static void Require() => Assert.SkipUnless(IsInstalled, "There is no redis-server: apt-get install redis-server");

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;
        for (var attempt = 1; process is null; attempt++)
        {
            EndPoint = FreePort();
            process = await StartAsync(EndPoint.Port);
            if (process is null && attempt == Attempts) throw new InvalidOperationException("redis-server does not start.");
        }
    }

    public async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(EndPoint, TestContext.Current.CancellationToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static IPEndPoint FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    private static async Task<Process?> StartAsync(int port)
    {
        var start = new ProcessStartInfo("redis-server", ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var started = Process.Start(start)!;
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal)) continue;
            _ = started.StandardOutput.ReadToEndAsync();
            return started;
        }

        await started.WaitForExitAsync();
        started.Dispose();
        return null;
    }
}
