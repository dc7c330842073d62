using System.Net;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>A server that nobody here wrote.</summary>
public sealed class TftpdTests
{
    // Longer than the time after which the server sends again, so that it is the one that does.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    [Theory]
    [InlineData(0)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1_024)]
    [InlineData(102_400)]
    public async Task File_is_read(int length)
    {
        await using var tftpd = await Tftpd.StartAsync();
        var file = tftpd.File("f", length);

        Assert.Equal(file, (await Read(tftpd.EndPoint, "f")).File?.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(10_000)]
    public async Task File_is_read_with_the_options_that_were_offered(int length)
    {
        await using var tftpd = await Tftpd.StartAsync();
        var file = tftpd.File("f", length);

        Assert.Equal(file, (await Read(tftpd.EndPoint, "f", new(Option.BlockSize, "1024"), new(Option.FileSize, "0"))).File?.ToArray());
    }

    [Fact]
    public async Task Missing_file_is_an_error()
    {
        await using var tftpd = await Tftpd.StartAsync();

        var outcome = await Read(tftpd.EndPoint, "none");

        Assert.Null(outcome.File);
        Assert.Equal("error 1: File not found", outcome.Failure);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task File_is_read_whatever_is_lost_or_comes_twice(int seed)
    {
        await using var tftpd = await Tftpd.StartAsync();
        var file = tftpd.File("f", 20 * 512);
        await using var relay = new FaultyRelay(tftpd.EndPoint, loss: 0.1, duplication: 0.2, seed);

        Assert.Equal(file, (await Read(relay.EndPoint, "f")).File?.ToArray());
        Assert.True(relay.Lost > 0 && relay.Doubled > 0, $"{relay.Lost} lost, {relay.Doubled} doubled");
    }

    [Fact]
    public async Task Second_transfer_of_a_doubled_request_is_told_that_it_is_none()
    {
        await using var tftpd = await Tftpd.StartAsync();
        var file = tftpd.File("f", 20 * 512);
        await using var relay = new FaultyRelay(tftpd.EndPoint, loss: 0, duplication: 1, seed: 0);

        Assert.Equal(file, (await Read(relay.EndPoint, "f")).File?.ToArray());
        Assert.Equal(2, relay.Transfers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(102_400)]
    public async Task File_is_written(int length)
    {
        await using var tftpd = await Tftpd.StartAsync();

        Assert.Null(await Write(tftpd.EndPoint, Serving.Bytes(length)));
        Assert.Equal(Serving.Bytes(length), tftpd.Stored("f"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_024)]
    [InlineData(10_000)]
    public async Task File_is_written_with_the_options_that_were_offered(int length)
    {
        await using var tftpd = await Tftpd.StartAsync();

        Assert.Null(await Write(tftpd.EndPoint, Serving.Bytes(length), new(Option.BlockSize, "1024"), new(Option.FileSize, $"{length}")));
        Assert.Equal(Serving.Bytes(length), tftpd.Stored("f"));
    }

    [Fact]
    public async Task File_that_may_not_be_written_is_an_error()
    {
        await using var tftpd = await Tftpd.StartAsync();
        var file = tftpd.File("f", 5);

        Assert.Contains("Permission denied", await Write(tftpd.EndPoint, [7]), StringComparison.Ordinal);
        Assert.Equal(file, tftpd.Stored("f"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task File_is_written_whatever_is_lost_or_comes_twice(int seed)
    {
        await using var tftpd = await Tftpd.StartAsync();
        await using var relay = new FaultyRelay(tftpd.EndPoint, loss: 0.1, duplication: 0.2, seed);

        Assert.Null(await Write(relay.EndPoint, Serving.Bytes(20 * 512)));
        Assert.Equal(Serving.Bytes(20 * 512), tftpd.Stored("f"));
        Assert.True(relay.Lost > 0 && relay.Doubled > 0, $"{relay.Lost} lost, {relay.Doubled} doubled");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Own_server_stores_the_file_once_whatever_is_lost_or_comes_twice(int seed)
    {
        await using var serving = new Serving(write: (client, request, folder) => new(client, request, folder, Patience), mayCreate: true);
        await using var relay = new FaultyRelay(serving.EndPoint, loss: 0.1, duplication: 0.2, seed);

        Assert.Null(await Write(relay.EndPoint, Serving.Bytes(20 * 512)));
        Assert.Equal(Serving.Bytes(20 * 512), serving.Stored("f"));
        Assert.True(relay.Lost > 0 && relay.Doubled > 0, $"{relay.Lost} lost, {relay.Doubled} doubled");
    }

    private static async Task<string?> Write(IPEndPoint server, byte[] file, params Option[] options)
    {
        using var upload = new UploadSession(server, new Request(Opcode.Write, "f", Request.Octet, [.. options]), file, Patience);
        return await upload.RunAsync(Serving.Cancellation);
    }

    private static async Task<Outcome> Read(IPEndPoint server, string file, params Option[] options)
    {
        using var download = new DownloadSession(server, new Request(Opcode.Read, file, Request.Octet, [.. options]), Patience);
        return await download.RunAsync(Serving.Cancellation);
    }
}
