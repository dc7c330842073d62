using System.Net;
using Igloo.Monitoring.Reports;
using Tftp.Monitored;
using Tftp.Storage;
using Tftp.Wire;
using Tftp.Wrong;

namespace Tftp.Tests;

/// <summary>Servers that, while a file is written, do what their model does not allow: refused at the first wrong step.</summary>
public sealed class IntakeMisconductTests
{
    private static readonly byte[] Full = new byte[512];

    [Fact]
    public async Task Block_that_is_missing_is_never_acknowledged()
    {
        await using var serving = await Begun((client, request, folder) => new HastyIntake(client, request, folder, Serving.Patience));
        await serving.SendsBlock(2, Full);

        await IsRefused(serving, "ACK 2");
    }

    [Fact]
    public async Task Block_that_comes_again_is_never_acknowledged_as_the_next()
    {
        await using var serving = await Begun((client, request, folder) => new DoublingIntake(client, request, folder, Serving.Patience));
        await serving.SendsBlock(1, Full);
        await serving.Receives();
        await serving.SendsBlock(1, Full);

        await IsRefused(serving, "ACK 2");
    }

    [Fact]
    public async Task Block_that_comes_again_is_never_stored_twice()
    {
        await using var serving = await Begun((client, request, folder) => new RepeatingIntake(client, request, folder, Serving.Patience));
        await serving.SendsBlock(1, Full);
        await serving.Receives();
        await serving.SendsBlock(1, Full);
        await serving.Receives();
        await serving.SendsBlock(2, [7]);

        await IsRefused(serving, "Store(");
        Assert.Null(serving.Stored("f"));
    }

    [Fact]
    public async Task File_is_not_received_until_its_last_block_is_acknowledged()
    {
        await using var serving = await Begun((client, request, folder) => new SilentIntake(client, request, folder, Serving.Patience));
        await serving.SendsBlock(1, [7]);

        var refusal = Assert.IsType<GhostViolationException>(await serving.FirstTransfer);

        Assert.Equal("Finish()", refusal.Violation.Attempted);
    }

    [Fact]
    public async Task Last_block_is_never_acknowledged_before_the_file_is_stored()
    {
        await using var serving = await Begun((client, request, folder) => new ForgivingIntake(client, request, folder, Serving.Patience));
        serving.File("f", 5);
        await serving.SendsBlock(1, [7]);

        await IsRefused(serving, "ACK 1");
    }

    [Fact]
    public async Task Option_that_was_not_offered_is_never_accepted()
    {
        await using var serving = new Serving(write: (client, request, folder) => new PresumingIntake(client, request, folder, Serving.Patience), mayCreate: true);
        await serving.RequestsToWrite("f", "tsize", "5");

        await IsRefused(serving, "OACK blksize 1024");
    }

    [Theory]
    [InlineData("old")]
    [InlineData("../new")]
    public async Task Request_for_what_may_not_be_written_is_never_accepted(string name)
    {
        await using var serving = new Serving(write: (client, request, folder) => new OverwritingIntake(client, request, folder, Serving.Patience), mayCreate: true);
        serving.File("old", 5);
        await serving.RequestsToWrite(name);

        await IsRefused(serving, "ACK 0");
    }

    private static async Task<Serving> Begun(Func<IPEndPoint, Request, UploadFolder, IntakeSession> write)
    {
        var serving = new Serving(write: write, mayCreate: true);
        await serving.RequestsToWrite("f");
        Assert.Equal([0, 4, 0, 0], await serving.Receives());
        return serving;
    }

    private static async Task IsRefused(Serving serving, string attempted)
    {
        var refusal = Assert.IsType<PermissionViolationException>(await serving.FirstTransfer);

        Assert.Contains(attempted, refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, serving.Client.Available);
    }
}
