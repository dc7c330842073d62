using System.Net;
using System.Net.Sockets;
using Tftp.Monitored;

namespace Tftp.Tests;

/// <summary>The server under its monitor, packet by packet.</summary>
public sealed class TransferTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(511, 1)]
    [InlineData(512, 2)]
    [InlineData(1_024, 3)]
    [InlineData(1_100, 3)]
    public async Task File_is_sent_block_by_block_up_to_a_short_or_empty_one(int length, int blocks)
    {
        await using var serving = new Serving();
        var file = serving.File("f", length);
        await serving.Requests("f");
        var received = new List<byte>();
        for (var number = 1; number <= blocks; number++)
        {
            var packet = await serving.Receives();
            Assert.Equal([0, 3, 0, (byte)number], packet[..4]);
            Assert.Equal(number == blocks, packet.Length < 516);
            received.AddRange(packet[4..]);
            await serving.Acknowledges(number);
        }

        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(file, received);
    }

    [Theory]
    [InlineData(255, 0, 255)]
    [InlineData(256, 1, 0)]
    [InlineData(65_535, 255, 255)]
    public void Block_has_its_number_in_two_bytes(int number, byte high, byte low) => Assert.Equal([0, 3, high, low, 7], Wire.Packets.Data(number, [7]));

    [Fact]
    public async Task Offered_size_is_told()
    {
        await using var serving = new Serving();
        serving.File("f", 700);
        await serving.Requests("f", "timeout", "6", "TSIZE", "0");

        Assert.Equal("\0\u0006tsize\0700\0"u8.ToArray(), await serving.Receives());
        await serving.Acknowledges(0);
        Assert.Equal([0, 3, 0, 1], (await serving.Receives())[..4]);
    }

    [Fact]
    public async Task Offered_block_length_is_used()
    {
        await using var serving = new Serving();
        serving.File("f", 1_428);
        await serving.Requests("f", "blksize", "1428");

        Assert.Equal("\0\u0006blksize\01428\0"u8.ToArray(), await serving.Receives());
        await serving.Acknowledges(0);
        Assert.Equal(4 + 1_428, (await serving.Receives()).Length);
        await serving.Acknowledges(1);
        Assert.Equal([0, 3, 0, 2], await serving.Receives());
        await serving.Acknowledges(2);
        Assert.Null(await serving.FirstTransfer);
    }

    [Theory]
    [InlineData("blksize", "8")]
    [InlineData("blksize", "many")]
    [InlineData("windowsize", "4")]
    public async Task Option_that_is_not_accepted_is_passed_over(string name, string value)
    {
        await using var serving = new Serving();
        serving.File("f", 700);
        await serving.Requests("f", name, value);

        Assert.Equal([0, 3, 0, 1], (await serving.Receives())[..4]);
    }

    [Fact]
    public async Task Request_in_a_mode_that_is_not_served_is_an_error()
    {
        await using var serving = new Serving();
        await serving.Requests(1, "f", "mail");

        Assert.Equal([0, 5, 0, 0], (await serving.Receives())[..4]);
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Text_is_sent_with_the_ends_of_lines_that_every_machine_knows()
    {
        await using var serving = new Serving();
        await File.WriteAllBytesAsync(Path.Combine(serving.Folder.FullName, "f"), "a\nb\rc"u8.ToArray(), Serving.Cancellation);
        await serving.Requests(1, "f", "NetASCII");

        Assert.Equal("\0\u0003\0\u0001a\r\nb\r\0c"u8.ToArray(), await serving.Receives());
    }

    [Fact]
    public async Task Duplicate_acknowledgement_moves_nothing()
    {
        await using var serving = new Serving();
        serving.File("f", 1_500);
        await serving.Requests("f");
        await serving.Receives();
        for (var i = 0; i < 3; i++) await serving.Acknowledges(1);
        Assert.Equal([0, 3, 0, 2], (await serving.Receives())[..4]);
        await serving.Acknowledges(2);

        // Had a duplicate been answered, there would be something before it.
        Assert.Equal([0, 3, 0, 3], (await serving.Receives())[..4]);
        await serving.Acknowledges(3);
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Block_is_sent_again_when_no_answer_comes()
    {
        await using var serving = new Serving((client, request, folder) => new(client, request, folder, TimeSpan.FromMilliseconds(50)));
        serving.File("f", 5);
        await serving.Requests("f");

        var first = await serving.Receives();
        Assert.Equal(first, await serving.Receives());
        await serving.Acknowledges(1);
        Assert.Null(await serving.FirstTransfer);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("../secret")]
    public async Task File_that_is_not_served_is_an_error(string name)
    {
        await using var serving = new Serving();
        await serving.Requests(name);

        Assert.Equal([0, 5, 0, 1], (await serving.Receives())[..4]);
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Stranger_gets_an_error_and_the_transfer_goes_on()
    {
        await using var serving = new Serving();
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        serving.File("f", 5);
        await serving.Requests("f");
        await serving.Receives();
        await serving.Sends(stranger, 0, 4, 0, 1);

        Assert.Equal([0, 5, 0, 5], (await stranger.ReceiveAsync(Serving.Cancellation)).Buffer[..4]);
        await serving.Acknowledges(1);
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Transfer_ends_when_the_client_gives_up()
    {
        await using var serving = new Serving();
        serving.File("f", 5_000);
        await serving.Requests("f");
        await serving.Receives();
        await serving.Sends(0, 5, 0, 0, 0);

        Assert.Null(await serving.FirstTransfer);
    }
}
