using Igloo.Monitoring.Reports;
using Tftp.Wire;
using Tftp.Wrong;

namespace Tftp.Tests;

/// <summary>Clients that, while they write, do what their model does not allow: refused at the first wrong step.</summary>
public sealed class UploadMisconductTests
{
    [Fact]
    public async Task Advance_on_a_duplicate_acknowledgement_never_leaves()
    {
        await using var uploading = new Uploading((server, request) => new ImpatientUpload(server, request, new byte[1_500], Serving.Patience));
        await uploading.IsAsked();
        await uploading.Acknowledges(0);
        await uploading.Hears();
        await uploading.Acknowledges(0);

        await IsRefused(uploading, "DATA 2");
    }

    [Fact]
    public async Task Option_that_was_not_offered_is_never_gone_along_with()
    {
        await using var uploading = new Uploading((server, request) => new PresumingUpload(server, request, new byte[1_500], Serving.Patience));
        await uploading.IsAsked();
        await uploading.Sends(Packets.OptionAck([new(Option.BlockSize, "1024")]));

        await IsRefused(uploading, "DATA 1");
    }

    [Fact]
    public async Task Length_that_is_not_the_files_is_never_told()
    {
        await using var uploading = new Uploading(new byte[5], new Option(Option.FileSize, "6"));

        await IsRefused(uploading, "WRQ f tsize 6");
    }

    [Fact]
    public async Task File_without_its_empty_last_block_is_not_transferred()
    {
        await using var uploading = new Uploading((server, request) => new ShorteningUpload(server, request, new byte[512], Serving.Patience));
        await uploading.IsAsked();
        await uploading.Acknowledges(0);
        await uploading.Hears();
        await uploading.Acknowledges(1);

        var refusal = await Assert.ThrowsAsync<GhostViolationException>(() => uploading.Failure);

        Assert.Equal("Finish()", refusal.Violation.Attempted);
    }

    private static async Task IsRefused(Uploading uploading, string attempted)
    {
        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(() => uploading.Failure);

        Assert.Contains(attempted, refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, uploading.Waiting);
    }
}
