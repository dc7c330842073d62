using System.Globalization;
using System.Net;
using Tftp.Monitored;

if (args is not [var folder, .. var rest] || !Directory.Exists(folder) || rest.Length > 1
    || !int.TryParse(rest is [var text] ? text : "0", CultureInfo.InvariantCulture, out var port))
{
    Console.Error.WriteLine("usage: Tftp FOLDER [PORT]");
    return 3;
}

using var ending = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    ending.Cancel();
};
using var server = new TftpServer(
    new IPEndPoint(IPAddress.Loopback, port), (client, request) => new TransferSession(client, request, folder, TimeSpan.FromSeconds(1)));
Console.WriteLine($"tftp://{server.EndPoint}/");
await server.RunAsync((request, failure) => Console.WriteLine(failure is null ? $"{request.File}: done" : $"{request.File}: {failure.Message}"), ending.Token);
return 0;
