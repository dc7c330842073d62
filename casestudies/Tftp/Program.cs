using System.Globalization;
using System.Net;
using Tftp.Monitored;
using Tftp.Storage;
using Tftp.Wire;

const int UsageError = 3;
const string Create = "--create";
const string Replace = "--replace";
var patience = TimeSpan.FromSeconds(1);
using var ending = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    ending.Cancel();
};

switch (args)
{
    case ["serve", var folder, .. var rest] when Directory.Exists(folder) && Served(rest) is { } port:
        var uploads = new UploadFolder(folder, rest.Contains(Create), rest.Contains(Replace));
        using (var server = new TftpServer(
            new IPEndPoint(IPAddress.Loopback, port),
            (client, request) => new TransferSession(client, request, folder, patience),
            (client, request) => new IntakeSession(client, request, uploads, patience)))
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

    case ["put", var address, var path, .. { Length: <= 1 } rest] when IPEndPoint.TryParse(address, out var server) && File.Exists(path):
        var bytesToWrite = await File.ReadAllBytesAsync(path, ending.Token);
        Option[] offered = [new(Option.FileSize, $"{bytesToWrite.Length}"), .. rest.Select(length => new Option(Option.BlockSize, length))];
        using (var upload = new UploadSession(server, new Request(Opcode.Write, Path.GetFileName(path), Request.Octet, [.. offered]), bytesToWrite, patience))
        {
            if (await upload.RunAsync(ending.Token) is not { } reason) return 0;
            Console.Error.WriteLine($"{path}: {reason}");
            return 1;
        }

    default:
        Console.Error.WriteLine("usage: Tftp serve FOLDER [PORT] [--create] [--replace] | Tftp get ADDRESS:PORT FILE [BLOCK-LENGTH] | Tftp put ADDRESS:PORT FILE [BLOCK-LENGTH]");
        return UsageError;
}

// The port to serve at, by default any; null if the arguments are wrong.
static int? Served(string[] arguments) => arguments.Where(a => a is not (Create or Replace)).ToArray() switch
{
    [] => 0,
    [var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var port) => port,
    _ => null,
};
