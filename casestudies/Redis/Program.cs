using System.Globalization;
using System.Net.Sockets;
using Redis.Monitored;

if (args is not [var host, var portText] || !int.TryParse(portText, CultureInfo.InvariantCulture, out var port))
{
    Console.Error.WriteLine("usage: Redis HOST PORT");
    return 3;
}

await using var connection = await ConnectAsync();
var pipelined = Enumerable.Range(0, 1_000).Select(i => connection.CallAsync("SET", $"igloo:{i}", $"{i}")).ToArray();
await Task.WhenAll(pipelined);
Show("1,000 pipelined SET, GET", await connection.CallAsync("GET", "igloo:999"));
await connection.CallAsync("MULTI");
await connection.CallAsync("INCR", "igloo:counter");
Show("MULTI, INCR, EXEC", await connection.CallAsync("EXEC"));

await using var subscriber = await ConnectAsync();
Show("SUBSCRIBE", await subscriber.CallAsync("SUBSCRIBE", "igloo"));
await connection.CallAsync("PUBLISH", "igloo", "hello");
Show("PUBLISH", await subscriber.Messages.ReadAsync());
Show("UNSUBSCRIBE", await subscriber.CallAsync("UNSUBSCRIBE", "igloo"));
Show("GET after it", await subscriber.CallAsync("GET", "igloo:1"));
return 0;

async Task<RespConnection> ConnectAsync()
{
    var client = new TcpClient();
    await client.ConnectAsync(host, port);
    return new RespConnection(client);
}

static void Show(string what, string reply) => Console.WriteLine($"{what,-26}{reply.ReplaceLineEndings(" ")}");
