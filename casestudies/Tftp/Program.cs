using System.Globalization;
using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

const int UsageError = 3;
var patience = TimeSpan.FromSeconds(1);
using var ending = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    ending.Cancel();
};

switch (args)
{
    case ["serve", var folder, .. { Length: <= 1 } rest] when Directory.Exists(folder) && int.TryParse(rest is [var text] ? text : "0", CultureInfo.InvariantCulture, out var port):
        using (var server = new TftpServer(new IPEndPoint(IPAddress.Loopback, port), (client, request) => new TransferSession(client, request, folder, patience)))
        {
            Console.WriteLine($"tftp://{server.EndPoint}/");
            await server.RunAsync((request, failure) => Console.WriteLine(failure is null ? $"{request.File}: done" : $"{request.File}: {failure.Message}"), ending.Token);
            return 0;
        }

    case ["get", var address, var file, .. { Length: <= 1 } rest] when IPEndPoint.TryParse(address, out var server):
        var options = rest.Select(length => new Option(Option.BlockSize, length));
        using (var download = new DownloadSession(server, new Request(Opcode.Read, file, Request.Octet, [.. options]), patience))
        {
            var outcome = await download.RunAsync(ending.Token);
            if (outcome.File is not { } bytes)
            {
                Console.Error.WriteLine($"{file}: {outcome.Failure}");
                return 1;
            }

            using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, ending.Token);
            ending.CancelAfter(patience);
            await download.LingerAsync(ending.Token);
            return 0;
        }

    default:
        Console.Error.WriteLine("usage: Tftp serve FOLDER [PORT] | Tftp get ADDRESS:PORT FILE [BLOCK-LENGTH]");
        return UsageError;
}
