using System.Globalization;

namespace Tftp.Tests;

/// <summary>The client of the distribution, which offers no options and asks for text unless it is told otherwise.</summary>
public sealed class TftpTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1_024)]
    [InlineData(102_400)]
    public async Task Tftp_gets_the_file(int length)
    {
        await using var serving = new Serving();
        var file = serving.File("f", length);

        Assert.Equal(file, await Tftp(serving, "octet"));
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Tftp_gets_text()
    {
        await using var serving = new Serving();
        var text = "one\ntwo\rthree\r\n\n"u8.ToArray();
        await System.IO.File.WriteAllBytesAsync(Path.Combine(serving.Folder.FullName, "f"), text, Serving.Cancellation);

        Assert.Equal(text, await Tftp(serving, "netascii"));
        Assert.Null(await serving.FirstTransfer);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(102_400)]
    public async Task Tftp_puts_the_file(int length)
    {
        await using var serving = new Serving(mayCreate: true);

        await Put(serving, Serving.Bytes(length), "octet");

        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(Serving.Bytes(length), serving.Stored("f"));
    }

    [Fact]
    public async Task Tftp_puts_text()
    {
        await using var serving = new Serving(mayCreate: true);
        var text = "one\ntwo\rthree\r\n\n"u8.ToArray();

        await Put(serving, text, "netascii");

        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(text, serving.Stored("f"));
    }

    [Theory]
    [InlineData(false, false, "Error code 2: files are only read here")]
    [InlineData(true, false, "Error code 6: the file exists")]
    public async Task Tftp_is_told_that_the_file_may_not_be_written(bool mayCreate, bool mayReplace, string error)
    {
        await using var serving = new Serving(mayCreate: mayCreate, mayReplace: mayReplace);
        var file = serving.File("f", 5);

        Assert.Contains(error, await Put(serving, Serving.Bytes(600), "octet"), StringComparison.Ordinal);
        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(["f"], serving.Folder.GetFiles().Select(f => f.Name));
        Assert.Equal(file, serving.Stored("f"));
    }

    private static async Task<string> Put(Serving serving, byte[] file, string mode)
    {
        using var local = new LocalFile(file);
        var (_, output) = await Peer.RunAsync(Peer.Require("tftp", "tftp-hpa"), "127.0.0.1", Port(serving), "-m", mode, "-c", "put", local.Path, "f");
        return System.Text.Encoding.ASCII.GetString(output);
    }

    private static string Port(Serving serving) => serving.Port.ToString(CultureInfo.InvariantCulture);

    private static async Task<byte[]> Tftp(Serving serving, string mode)
    {
        var received = Path.GetTempFileName();
        try
        {
            await Peer.RunAsync(Peer.Require("tftp", "tftp-hpa"), "127.0.0.1", Port(serving), "-m", mode, "-c", "get", "f", received);
            return await System.IO.File.ReadAllBytesAsync(received, Serving.Cancellation);
        }
        finally
        {
            System.IO.File.Delete(received);
        }
    }
}
