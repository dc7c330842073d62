using System.Net;
using System.Net.Sockets;
using System.Text;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>The server under its monitor while a file is written, packet by packet.</summary>
public sealed class IntakeTests
{
    private static readonly byte[] Full = new byte[512];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(511, 1)]
    [InlineData(512, 2)]
    [InlineData(1_100, 3)]
    public async Task File_is_received_block_by_block_up_to_a_short_or_empty_one(int length, int blocks)
    {
        await using var serving = new Serving(mayCreate: true);
        var file = Serving.Bytes(length);
        await serving.RequestsToWrite("f");
        Assert.Equal([0, 4, 0, 0], await serving.Receives());
        for (var number = 1; number <= blocks; number++)
        {
            Assert.Null(serving.Stored("f"));
            await serving.SendsBlock(number, file[((number - 1) * 512)..Math.Min(length, number * 512)]);
            Assert.Equal([0, 4, 0, (byte)number], await serving.Receives());
        }

        // What is acknowledged is stored.
        Assert.Equal(file, serving.Stored("f"));
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Block_that_comes_again_is_acknowledged_again_and_kept_once()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        for (var i = 0; i < 3; i++)
        {
            await serving.SendsBlock(1, Full);
            Assert.Equal([0, 4, 0, 1], await serving.Receives());
        }

        await serving.SendsBlock(2, [7]);
        Assert.Equal([0, 4, 0, 2], await serving.Receives());
        Assert.Equal([.. Full, 7], serving.Stored("f"));
    }

    [Fact]
    public async Task Block_out_of_order_is_not_acknowledged()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.SendsBlock(2, Full);
        await serving.SendsBlock(1, Full);

        // Had the other block been answered, there would be something before it.
        Assert.Equal([0, 4, 0, 1], await serving.Receives());
    }

    [Fact]
    public async Task Block_that_is_longer_than_agreed_is_not_acknowledged()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.SendsBlock(1, new byte[513]);
        await serving.SendsBlock(1, [7]);

        Assert.Equal([0, 4, 0, 1], await serving.Receives());
        Assert.Equal([7], serving.Stored("f"));
    }

    [Fact]
    public async Task Last_block_that_comes_again_is_acknowledged_while_the_server_lingers()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.SendsBlock(1, [7]);
        await serving.Receives();
        Assert.Null(await serving.FirstTransfer);
        await serving.SendsBlock(1, [7]);

        Assert.Equal([0, 4, 0, 1], await serving.Receives());
    }

    [Fact]
    public async Task Offered_options_are_accepted_and_used()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f", "TSIZE", "1500", "timeout", "6", "blksize", "1428");

        Assert.Equal("\0\u0006blksize\01428\0tsize\01500\0"u8.ToArray(), await serving.Receives());
        await serving.SendsBlock(1, new byte[1_428]);
        Assert.Equal([0, 4, 0, 1], await serving.Receives());
        await serving.SendsBlock(2, new byte[72]);
        Assert.Equal([0, 4, 0, 2], await serving.Receives());
        Assert.Equal(new byte[1_500], serving.Stored("f"));
    }

    [Theory]
    [InlineData("33553920")]
    [InlineData("4294967296")]
    [InlineData("9223372036854775807")]
    public async Task File_that_is_told_to_be_too_long_is_refused_before_it_comes(string size)
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f", "tsize", size);

        Assert.Equal([0, 5, 0, 3], (await serving.Receives())[..4]);
        Assert.Null(await serving.FirstTransfer);
    }

    [Theory]
    [InlineData("blksize", "8")]
    [InlineData("tsize", "9223372036854775808")]
    [InlineData("windowsize", "4")]
    public async Task Option_that_is_not_accepted_is_passed_over(string name, string value)
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f", name, value);

        Assert.Equal([0, 4, 0, 0], await serving.Receives());
    }

    [Theory]
    [InlineData(false, false, "new", 2)]
    [InlineData(false, true, "new", 1)]
    [InlineData(true, false, "old", 6)]
    [InlineData(true, true, "../new", 2)]
    [InlineData(true, true, "/new", 2)]
    [InlineData(true, true, "..", 2)]
    [InlineData(true, true, ".", 2)]
    [InlineData(true, true, "folder", 2)]
    [InlineData(true, true, "folder/new", 2)]
    public async Task File_that_may_not_be_written_is_an_error(bool mayCreate, bool mayReplace, string name, byte code)
    {
        await using var serving = new Serving(mayCreate: mayCreate, mayReplace: mayReplace);
        var old = serving.File("old", 5);
        serving.Folder.CreateSubdirectory("folder");
        await serving.RequestsToWrite(name);

        Assert.Equal([0, 5, 0, code], (await serving.Receives())[..4]);
        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(old, serving.Stored("old"));
        Assert.Equal(["old"], serving.Folder.GetFiles("*", SearchOption.AllDirectories).Select(f => f.Name));
    }

    [Fact]
    public async Task File_is_replaced_where_that_is_allowed()
    {
        await using var serving = new Serving(mayReplace: true);
        serving.File("f", 5);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.SendsBlock(1, [7]);

        Assert.Equal([0, 4, 0, 1], await serving.Receives());
        Assert.Equal([7], serving.Stored("f"));
    }

    [Fact]
    public async Task Link_that_leads_out_of_the_folder_is_replaced_and_not_followed()
    {
        await using var serving = new Serving(mayCreate: true, mayReplace: true);
        using var outside = new LocalFile([1]);
        File.CreateSymbolicLink(Path.Combine(serving.Folder.FullName, "f"), outside.Path);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.SendsBlock(1, [7]);

        Assert.Equal([0, 4, 0, 1], await serving.Receives());
        Assert.Equal([7], serving.Stored("f"));
        Assert.Equal([1], await File.ReadAllBytesAsync(outside.Path, Serving.Cancellation));
    }

    [Fact]
    public async Task File_that_somebody_else_creates_meanwhile_is_not_overwritten()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        var file = serving.File("f", 5);
        await serving.SendsBlock(1, [7]);

        Assert.Equal([0, 5, 0, 6], (await serving.Receives())[..4]);
        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(file, serving.Stored("f"));
        Assert.Equal(["f"], serving.Folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public async Task Text_is_stored_with_the_ends_of_lines_of_this_machine()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.Requests(2, "f", "NetASCII");
        await serving.Receives();
        await serving.SendsBlock(1, "a\r\nb\r\0c\rd\r"u8.ToArray());
        await serving.Receives();

        Assert.Equal("a\nb\rc\rd\r", Encoding.ASCII.GetString(serving.Stored("f")!));
    }

    [Fact]
    public async Task Answer_to_the_request_is_sent_again_when_nothing_comes()
    {
        await using var serving = new Serving(write: (client, request, folder) => new(client, request, folder, TimeSpan.FromMilliseconds(50)), mayCreate: true);
        await serving.RequestsToWrite("f");

        Assert.Equal([0, 4, 0, 0], await serving.Receives());
        Assert.Equal([0, 4, 0, 0], await serving.Receives());
    }

    [Fact]
    public async Task Stranger_gets_an_error_and_the_transfer_goes_on()
    {
        await using var serving = new Serving(mayCreate: true);
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.Sends(stranger, Packets.Data(1, [6]));
        Assert.Equal([0, 5, 0, 5], (await stranger.ReceiveAsync(Serving.Cancellation)).Buffer[..4]);
        await serving.SendsBlock(1, [7]);

        Assert.Equal([0, 4, 0, 1], await serving.Receives());
        Assert.Equal([7], serving.Stored("f"));
    }

    [Fact]
    public async Task Nothing_is_stored_when_the_client_gives_up()
    {
        await using var serving = new Serving(mayCreate: true);
        await serving.RequestsToWrite("f");
        await serving.Receives();
        await serving.SendsBlock(1, Full);
        await serving.Receives();
        await serving.Sends(0, 5, 0, 0, 0);

        Assert.Null(await serving.FirstTransfer);
        Assert.Empty(serving.Folder.GetFiles());
    }
}
