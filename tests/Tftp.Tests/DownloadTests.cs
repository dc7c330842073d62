using System.Text;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>The client under its monitor, packet by packet.</summary>
public sealed class DownloadTests
{
    private static readonly byte[] Full = new byte[512];

    [Fact]
    public async Task Request_names_the_file_its_mode_and_the_offered_options()
    {
        await using var downloading = new Downloading(new Option(Option.BlockSize, "1024"));

        Assert.Equal("\0\u0001f\0octet\0blksize\01024\0", Encoding.ASCII.GetString(await downloading.IsAsked()));
    }

    [Fact]
    public async Task Blocks_are_acknowledged_up_to_an_empty_one()
    {
        await using var downloading = new Downloading();
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(1, Full));
        Assert.Equal([0, 4, 0, 1], await downloading.Hears());
        await downloading.Sends(Packets.Data(2, []));
        Assert.Equal([0, 4, 0, 2], await downloading.Hears());

        Assert.Equal(Full, await downloading.File());
    }

    [Fact]
    public async Task Block_that_comes_again_is_acknowledged_again_and_kept_once()
    {
        await using var downloading = new Downloading();
        await downloading.IsAsked();
        for (var i = 0; i < 3; i++)
        {
            await downloading.Sends(Packets.Data(1, Full));
            Assert.Equal([0, 4, 0, 1], await downloading.Hears());
        }

        await downloading.Sends(Packets.Data(2, [7]));

        Assert.Equal([.. Full, 7], await downloading.File());
    }

    [Fact]
    public async Task Block_out_of_order_is_not_acknowledged()
    {
        await using var downloading = new Downloading();
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(2, Full));
        await downloading.Sends(Packets.Data(1, Full));

        // Had the other block been answered, there would be something before it.
        Assert.Equal([0, 4, 0, 1], await downloading.Hears());
    }

    [Fact]
    public async Task Last_block_that_comes_again_is_acknowledged_while_the_client_lingers()
    {
        await using var downloading = new Downloading();
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(1, [7]));
        await downloading.Hears();
        Assert.Equal([7], await downloading.File());
        _ = downloading.Lingers();
        await downloading.Sends(Packets.Data(1, [7]));

        Assert.Equal([0, 4, 0, 1], await downloading.Hears());
    }

    [Fact]
    public async Task Shorter_blocks_than_offered_are_accepted()
    {
        await using var downloading = new Downloading(new Option(Option.BlockSize, "1024"));
        await downloading.IsAsked();
        await downloading.Sends(Packets.OptionAck([new(Option.BlockSize, "8")]));
        Assert.Equal([0, 4, 0, 0], await downloading.Hears());
        await downloading.Sends(Packets.Data(1, "12345678"u8));
        await downloading.Hears();
        await downloading.Sends(Packets.Data(2, "9"u8));

        Assert.Equal("123456789"u8.ToArray(), await downloading.File());
    }

    [Theory]
    [InlineData(Option.FileSize, "5")]
    [InlineData("windowsize", "4")]
    [InlineData(Option.BlockSize, "1025")]
    [InlineData(Option.BlockSize, "7")]
    [InlineData(Option.BlockSize, "many")]
    [InlineData(Option.BlockSize, "4294968320")]
    public async Task Option_that_was_not_offered_is_an_error(string name, string value)
    {
        await using var downloading = new Downloading(new Option(Option.BlockSize, "1024"));
        await downloading.IsAsked();
        await downloading.Sends(Packets.OptionAck([new(name, value)]));

        Assert.Equal([0, 5, 0, 8], (await downloading.Hears())[..4]);
        Assert.Equal("the server accepts options that were not offered", (await downloading.Outcome).Failure);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("9223372036854775807")]
    public async Task Length_of_more_than_31_bits_is_accepted(string size)
    {
        await using var downloading = new Downloading(new Option(Option.FileSize, "0"));
        await downloading.IsAsked();
        await downloading.Sends(Packets.OptionAck([new(Option.FileSize, size)]));

        Assert.Equal([0, 4, 0, 0], await downloading.Hears());
    }

    [Fact]
    public async Task Stranger_gets_an_error_and_the_download_goes_on()
    {
        await using var downloading = new Downloading();
        using var stranger = Downloading.OnLoopback();
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(1, Full));
        await downloading.Hears();
        await downloading.Sends(stranger, Packets.Data(2, [6]));
        Assert.Equal([0, 5, 0, 5], (await stranger.ReceiveAsync(Serving.Cancellation)).Buffer[..4]);
        await downloading.Sends(Packets.Data(2, [7]));

        Assert.Equal([.. Full, 7], await downloading.File());
    }

    [Fact]
    public async Task Request_and_acknowledgement_are_sent_again_when_nothing_comes()
    {
        await using var downloading = new Downloading((server, request) => new(server, request, TimeSpan.FromMilliseconds(50)));

        Assert.Equal(await downloading.IsAsked(), await downloading.IsAsked());
        await downloading.Sends(Packets.Data(1, Full));
        Assert.Equal([0, 4, 0, 1], await downloading.Hears());
        Assert.Equal([0, 4, 0, 1], await downloading.Hears());
    }

    [Fact]
    public async Task Download_ends_when_the_server_gives_up()
    {
        await using var downloading = new Downloading();
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(1, Full));
        await downloading.Hears();
        await downloading.Sends(Packets.Error(3, "disk full"));

        Assert.Equal(new Outcome(null, "error 3: disk full"), await downloading.Outcome);
    }
}
