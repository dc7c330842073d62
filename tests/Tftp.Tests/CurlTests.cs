using System.Globalization;

namespace Tftp.Tests;

/// <summary>A client that nobody here wrote.</summary>
public sealed class CurlTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(102_400)]
    public async Task Curl_gets_the_file(int length)
    {
        await using var serving = new Serving();
        var file = serving.File("f", length);

        var (exitCode, received) = await Curl(serving, "f");

        Assert.Equal(0, exitCode);
        Assert.Equal(file, received);
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Curl_gets_the_file_without_options()
    {
        await using var serving = new Serving();
        var file = serving.File("f", 1_024);

        Assert.Equal(file, (await Curl(serving, "f", "--tftp-no-options")).Output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_468)]
    [InlineData(10_000)]
    public async Task Curl_gets_the_file_in_longer_blocks(int length)
    {
        await using var serving = new Serving();
        var file = serving.File("f", length);

        Assert.Equal(file, (await Curl(serving, "f", "--tftp-blksize", "1468")).Output);
        Assert.Null(await serving.FirstTransfer);
    }

    [Fact]
    public async Task Curl_is_told_that_there_is_no_file()
    {
        const int NotFound = 68;
        await using var serving = new Serving();

        Assert.Equal(NotFound, (await Curl(serving, "none")).ExitCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(102_400)]
    public async Task Curl_puts_the_file(int length)
    {
        await using var serving = new Serving(mayCreate: true);
        using var local = new LocalFile(Serving.Bytes(length));

        Assert.Equal(0, (await Curl(serving, "f", "-T", local.Path)).ExitCode);
        Assert.Null(await serving.FirstTransfer);
        Assert.Equal(Serving.Bytes(length), serving.Stored("f"));
    }

    [Theory]
    [InlineData("--tftp-no-options", "--silent")]
    [InlineData("--tftp-blksize", "1468")]
    public async Task Curl_puts_the_file_with_the_options_that_it_likes(string option, string value)
    {
        await using var serving = new Serving(mayCreate: true);
        using var local = new LocalFile(Serving.Bytes(2 * 1_468));

        Assert.Equal(0, (await Curl(serving, "f", option, value, "-T", local.Path)).ExitCode);
        Assert.Equal(Serving.Bytes(2 * 1_468), serving.Stored("f"));
    }

    [Fact]
    public async Task Curl_is_told_that_the_file_exists()
    {
        const int Exists = 73;
        await using var serving = new Serving(mayCreate: true);
        var file = serving.File("f", 5);
        using var local = new LocalFile(Serving.Bytes(600));

        Assert.Equal(Exists, (await Curl(serving, "f", "-T", local.Path)).ExitCode);
        Assert.Equal(file, serving.Stored("f"));
    }

    private static Task<(int ExitCode, byte[] Output)> Curl(Serving serving, string file, params string[] options) =>
        Peer.RunAsync(
            Peer.Require("curl", "curl"),
            ["--silent", "--max-time", "60", .. options, string.Create(CultureInfo.InvariantCulture, $"tftp://127.0.0.1:{serving.Port}/{file}")]);
}
