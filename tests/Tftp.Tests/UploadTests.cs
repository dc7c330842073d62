using System.Text;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>The client under its monitor while it writes, packet by packet.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task Request_names_the_file_its_mode_and_the_offered_options()
    {
        await using var uploading = new Uploading([7], new Option(Option.FileSize, "1"), new Option(Option.BlockSize, "1024"));

        Assert.Equal("\0\u0002f\0octet\0tsize\01\0blksize\01024\0", Encoding.ASCII.GetString(await uploading.IsAsked()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(511, 1)]
    [InlineData(512, 2)]
    [InlineData(1_100, 3)]
    public async Task File_is_sent_block_by_block_up_to_a_short_or_empty_one(int length, int blocks)
    {
        var file = Serving.Bytes(length);
        await using var uploading = new Uploading(file);
        await uploading.IsAsked();
        await uploading.Acknowledges(0);
        var received = new List<byte>();
        for (var number = 1; number <= blocks; number++)
        {
            var packet = await uploading.Hears();
            Assert.Equal([0, 3, 0, (byte)number], packet[..4]);
            received.AddRange(packet[4..]);
            await uploading.Acknowledges(number);
        }

        Assert.Null(await uploading.Failure);
        Assert.Equal(file, received);
    }

    [Fact]
    public async Task Duplicate_acknowledgement_moves_nothing()
    {
        await using var uploading = new Uploading(new byte[1_500]);
        await uploading.IsAsked();
        for (var i = 0; i < 3; i++) await uploading.Acknowledges(0);
        Assert.Equal([0, 3, 0, 1], (await uploading.Hears())[..4]);
        await uploading.Acknowledges(1);

        // Had a duplicate been answered, there would be something before it.
        Assert.Equal([0, 3, 0, 2], (await uploading.Hears())[..4]);
    }

    [Fact]
    public async Task Shorter_blocks_than_offered_are_accepted()
    {
        await using var uploading = new Uploading("123456789"u8.ToArray(), new Option(Option.BlockSize, "1024"));
        await uploading.IsAsked();
        await uploading.Sends(Packets.OptionAck([new(Option.BlockSize, "8")]));

        Assert.Equal(Packets.Data(1, "12345678"u8), await uploading.Hears());
        await uploading.Acknowledges(1);
        Assert.Equal(Packets.Data(2, "9"u8), await uploading.Hears());
        await uploading.Acknowledges(2);
        Assert.Null(await uploading.Failure);
    }

    [Theory]
    [InlineData(Option.FileSize, "2")]
    [InlineData("windowsize", "4")]
    [InlineData(Option.BlockSize, "1025")]
    [InlineData(Option.BlockSize, "7")]
    [InlineData(Option.BlockSize, "many")]
    public async Task Option_that_was_not_offered_is_an_error(string name, string value)
    {
        await using var uploading = new Uploading([7], new Option(Option.FileSize, "1"), new Option(Option.BlockSize, "1024"));
        await uploading.IsAsked();
        await uploading.Sends(Packets.OptionAck([new(name, value)]));

        Assert.Equal([0, 5, 0, 8], (await uploading.Hears())[..4]);
        Assert.Equal("the server accepts options that were not offered", await uploading.Failure);
    }

    [Fact]
    public async Task Blocks_that_run_out_of_numbers_are_an_error()
    {
        await using var uploading = new Uploading(new byte[8 * 65_535], new Option(Option.BlockSize, "512"));
        await uploading.IsAsked();
        await uploading.Sends(Packets.OptionAck([new(Option.BlockSize, "8")]));

        Assert.Equal([0, 5, 0, 3], (await uploading.Hears())[..4]);
        Assert.Equal("the file has more blocks than there are numbers", await uploading.Failure);
    }

    [Fact]
    public async Task Stranger_gets_an_error_and_the_upload_goes_on()
    {
        await using var uploading = new Uploading([7]);
        using var stranger = Downloading.OnLoopback();
        await uploading.IsAsked();
        await uploading.Acknowledges(0);
        await uploading.Hears();
        await uploading.Sends(stranger, Packets.Ack(1));
        Assert.Equal([0, 5, 0, 5], (await stranger.ReceiveAsync(Serving.Cancellation)).Buffer[..4]);
        await uploading.Acknowledges(1);

        Assert.Null(await uploading.Failure);
    }

    [Fact]
    public async Task Request_and_block_are_sent_again_when_no_answer_comes()
    {
        await using var uploading = new Uploading((server, request) => new(server, request, new byte[] { 7 }, TimeSpan.FromMilliseconds(50)));

        Assert.Equal(await uploading.IsAsked(), await uploading.IsAsked());
        await uploading.Acknowledges(0);
        Assert.Equal([0, 3, 0, 1, 7], await uploading.Hears());
        Assert.Equal([0, 3, 0, 1, 7], await uploading.Hears());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_ends_when_the_server_gives_up(bool hasBegun)
    {
        await using var uploading = new Uploading([7]);
        await uploading.IsAsked();
        if (hasBegun)
        {
            await uploading.Acknowledges(0);
            await uploading.Hears();
        }

        await uploading.Sends(Packets.Error(3, "disk full"));

        Assert.Equal("error 3: disk full", await uploading.Failure);
    }
}
