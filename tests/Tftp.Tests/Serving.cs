using System.Net;
using System.Net.Sockets;
using System.Text;
using Tftp.Monitored;
using Tftp.Storage;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>A server of one folder on loopback, and a client that a test drives packet by packet.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource<Exception?> first = new();
    private readonly TftpServer server;
    private readonly Task running;
    private IPEndPoint? transfer;

    public Serving(
        Func<IPEndPoint, Request, string, TransferSession>? read = null,
        Func<IPEndPoint, Request, UploadFolder, IntakeSession>? write = null,
        bool mayCreate = false,
        bool mayReplace = false)
    {
        server = new(
            new IPEndPoint(IPAddress.Loopback, 0),
            (client, request) => (read ?? Sending)(client, request, Folder.FullName),
            (client, request) => (write ?? Receiving)(client, request, new(Folder.FullName, mayCreate, mayReplace)));
        running = server.RunAsync((_, failure) => first.TrySetResult(failure), ending.Token);
    }

    /// <summary>Long enough that nothing is sent twice by chance.</summary>
    public static TimeSpan Patience => TimeSpan.FromMinutes(1);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("igloo-tftp-");

    public UdpClient Client { get; } = new(new IPEndPoint(IPAddress.Loopback, 0));

    public IPEndPoint EndPoint => server.EndPoint;

    public int Port => server.EndPoint.Port;

    /// <summary>What ended the first transfer early, or null.</summary>
    public Task<Exception?> FirstTransfer => first.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);

    public static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    public byte[] File(string name, int length)
    {
        var bytes = Bytes(length);
        System.IO.File.WriteAllBytes(Path.Combine(Folder.FullName, name), bytes);
        return bytes;
    }

    /// <summary>What there is in the folder under a name; null if nothing is.</summary>
    public byte[]? Stored(string name)
    {
        var path = Path.Combine(Folder.FullName, name);
        return System.IO.File.Exists(path) ? System.IO.File.ReadAllBytes(path) : null;
    }

    public Task Requests(string file, params string[] options) => Requests(1, file, "octet", options);

    public Task RequestsToWrite(string file, params string[] options) => Requests(2, file, "octet", options);

    public async Task Requests(byte opcode, string file, string mode, params string[] options)
    {
        byte[] request = [0, opcode, .. Encoding.ASCII.GetBytes(string.Concat(options.Prepend(mode).Prepend(file).Select(o => o + "\0")))];
        await Client.SendAsync(request, server.EndPoint, Cancellation);
    }

    public async Task<byte[]> Receives()
    {
        var received = await Client.ReceiveAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        transfer = received.RemoteEndPoint;
        return received.Buffer;
    }

    public Task Sends(params byte[] packet) => Sends(Client, packet);

    public async Task Sends(UdpClient from, params byte[] packet) => await from.SendAsync(packet, transfer!, Cancellation);

    public Task SendsBlock(int number, byte[] block) => Sends(Packets.Data(number, block));

    public async Task Acknowledges(int number) => await Sends(0, 4, (byte)(number >> 8), (byte)number);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        server.Dispose();
        Client.Dispose();
        ending.Dispose();
        Folder.Delete(recursive: true);
    }

    private static TransferSession Sending(IPEndPoint client, Request request, string folder) => new(client, request, folder, Patience);

    private static IntakeSession Receiving(IPEndPoint client, Request request, UploadFolder folder) => new(client, request, folder, Patience);
}
