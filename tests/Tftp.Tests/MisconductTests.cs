using Igloo.Monitoring.Reports;
using Tftp.Wrong;

namespace Tftp.Tests;

/// <summary>Servers that do what their model does not allow: refused at the first wrong step.</summary>
public sealed class MisconductTests
{
    [Fact]
    public async Task Advance_on_a_duplicate_acknowledgement_never_leaves()
    {
        await using var serving = new Serving((client, request, folder) => new ImpatientSession(client, request, folder, Serving.Patience));
        serving.File("f", 2_000);
        await serving.Requests("f");
        await serving.Receives();
        await serving.Acknowledges(1);
        Assert.Equal([0, 3, 0, 2], (await serving.Receives())[..4]);
        await serving.Acknowledges(1);

        var refusal = Assert.IsType<PermissionViolationException>(await serving.FirstTransfer);

        Assert.Contains("DATA 3", refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, serving.Client.Available);
    }

    [Fact]
    public async Task File_without_its_empty_last_block_is_not_transferred()
    {
        await using var serving = new Serving((client, request, folder) => new ShorteningSession(client, request, folder, Serving.Patience));
        serving.File("f", 512);
        await serving.Requests("f");
        await serving.Receives();
        await serving.Acknowledges(1);

        var refusal = Assert.IsType<GhostViolationException>(await serving.FirstTransfer);

        Assert.Equal("Finish()", refusal.Violation.Attempted);
    }

    [Fact]
    public async Task Option_that_was_not_offered_is_never_accepted()
    {
        await using var serving = new Serving((client, request, folder) => new PresumingSession(client, request, folder, Serving.Patience));
        serving.File("f", 5);
        await serving.Requests("f", "blksize", "1428");

        var refusal = Assert.IsType<PermissionViolationException>(await serving.FirstTransfer);

        Assert.Contains("OACK tsize 5", refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, serving.Client.Available);
    }
}
