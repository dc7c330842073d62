using System.Diagnostics;
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

        Assert.Equal(file, (await Curl(serving, "f", "--tftp-no-options")).File);
    }

    [Fact]
    public async Task Curl_is_told_that_there_is_no_file()
    {
        const int NotFound = 68;
        await using var serving = new Serving();

        Assert.Equal(NotFound, (await Curl(serving, "none")).ExitCode);
    }

    private static async Task<(int ExitCode, byte[] File)> Curl(Serving serving, string file, params string[] options)
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "curl"))),
            "There is no curl: apt-get install curl");
        var url = string.Create(CultureInfo.InvariantCulture, $"tftp://127.0.0.1:{serving.Port}/{file}");
        var start = new ProcessStartInfo("curl", ["--silent", "--max-time", "60", .. options, url]) { RedirectStandardOutput = true };
        using var curl = Process.Start(start)!;
        var output = new MemoryStream();
        try
        {
            await curl.StandardOutput.BaseStream.CopyToAsync(output, Serving.Cancellation);
            await curl.WaitForExitAsync(Serving.Cancellation);
        }
        finally
        {
            if (!curl.HasExited) curl.Kill();
        }

        return (curl.ExitCode, output.ToArray());
    }
}
