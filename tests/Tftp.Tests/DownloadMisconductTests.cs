using Igloo.Monitoring.Reports;
using Tftp.Wire;
using Tftp.Wrong;

namespace Tftp.Tests;

/// <summary>Clients that do what their model does not allow: refused at the first wrong step.</summary>
public sealed class DownloadMisconductTests
{
    private static readonly byte[] Full = new byte[512];

    [Fact]
    public async Task Option_that_was_not_offered_is_never_accepted()
    {
        await using var downloading = new Downloading((server, request) => new PresumingDownload(server, request, Serving.Patience));
        await downloading.IsAsked();
        await downloading.Sends(Packets.OptionAck([new(Option.BlockSize, "1024")]));

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(() => downloading.Outcome);

        Assert.Contains("ACK 0", refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, downloading.Waiting);
    }

    [Fact]
    public async Task Block_that_is_missing_is_never_acknowledged()
    {
        await using var downloading = new Downloading((server, request) => new HastyDownload(server, request, Serving.Patience));
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(1, Full));
        await downloading.Hears();
        await downloading.Sends(Packets.Data(3, Full));

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(() => downloading.Outcome);

        Assert.Contains("ACK 3", refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, downloading.Waiting);
    }

    [Fact]
    public async Task Block_of_a_stranger_is_never_acknowledged()
    {
        await using var downloading = new Downloading((server, request) => new TrustingDownload(server, request, Serving.Patience));
        using var stranger = Downloading.OnLoopback();
        await downloading.IsAsked();
        await downloading.Sends(Packets.Data(1, Full));
        await downloading.Hears();
        await downloading.Sends(stranger, Packets.Data(2, Full));

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(() => downloading.Outcome);

        Assert.Contains("ACK 2", refusal.Violation.Attempted, StringComparison.Ordinal);
        Assert.Equal(0, downloading.Waiting + stranger.Available);
    }

    [Fact]
    public async Task File_without_its_empty_last_block_is_not_complete()
    {
        await using var downloading = new Downloading((server, request) => new CountingDownload(server, request, Serving.Patience), new Option(Option.FileSize, "0"));
        await downloading.IsAsked();
        await downloading.Sends(Packets.OptionAck([new(Option.FileSize, "512")]));
        await downloading.Hears();
        await downloading.Sends(Packets.Data(1, Full));

        var refusal = await Assert.ThrowsAsync<GhostViolationException>(() => downloading.Outcome);

        Assert.Equal("Finish()", refusal.Violation.Attempted);
    }
}
