using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Igloo.Benchmarks.Loading;

/// <summary>This program once more, as a peer that sends back what it gets; ends with the one that started it.</summary>
internal sealed class EchoProcess : IDisposable
{
    private const int BufferLength = 4_096;
    private readonly Process process;

    private EchoProcess(Process process)
    {
        this.process = process;
        EndPoint = new(IPAddress.Loopback, int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    public IPEndPoint EndPoint { get; }

    public static EchoProcess Start()
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(typeof(EchoProcess).Assembly.Location);
        start.ArgumentList.Add("echo");
        return new(Process.Start(start)!);
    }

    /// <summary>What the other process does.</summary>
    public static async Task Serve()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 4_096);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        _ = Accept(listener);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task Accept(TcpListener listener)
    {
        while (true) _ = Echo(await listener.AcceptSocketAsync());
    }

    private static async Task Echo(Socket socket)
    {
        using var connection = socket;
        connection.NoDelay = true;
        var buffer = new byte[BufferLength];
        for (int count; (count = await connection.ReceiveAsync(buffer)) > 0;) await connection.SendAsync(buffer.AsMemory(0, count));
    }
}
