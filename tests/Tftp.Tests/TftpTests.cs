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

    [Fact]
    public async Task Tftp_is_told_that_nothing_is_written()
    {
        await using var serving = new Serving();
        var file = serving.File("f", 5);

        var (_, output) = await Peer.RunAsync(
            Peer.Require("tftp", "tftp-hpa"), "127.0.0.1", Port(serving), "-m", "octet", "-c", "put", Path.Combine(serving.Folder.FullName, "f"), "g");

        Assert.Contains("Error code 2: files are only read here", System.Text.Encoding.ASCII.GetString(output), StringComparison.Ordinal);
        Assert.Equal(["f"], serving.Folder.GetFiles().Select(f => f.Name));
        Assert.Equal(file, await System.IO.File.ReadAllBytesAsync(Path.Combine(serving.Folder.FullName, "f"), Serving.Cancellation));
        Assert.Null(await serving.FirstTransfer);
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
