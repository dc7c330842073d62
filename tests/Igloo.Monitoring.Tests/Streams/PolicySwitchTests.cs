using System.IO.Pipelines;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>Where violations were only observed, a stream may have lost its frames. From the moment when they are enforced nothing of it passes.</summary>
public sealed class PolicySwitchTests : IDisposable
{
    private readonly Wire wire = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ViolationPolicy.Observe)]
    [InlineData(ViolationPolicy.Off)]
    public async Task Bytes_after_those_that_are_no_frame_are_refused_once_violations_are_enforced(ViolationPolicy before)
    {
        await using var stream = Dialogues.Start(new() { Policy = before }).Wrap(wire, Dialogues.Protocol);
        await stream.WriteAsync("hello\n"u8.ToArray(), Cancellation);

        stream.Monitor.Policies = ViolationPolicy.Enforce;

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(async () => await stream.WriteAsync("5\n"u8.ToArray(), Cancellation));
        Assert.Equal(ViolationKind.NoEvent, refusal.Violation.Kind);
        Assert.Equal("hello\n"u8.ToArray(), wire.Written);
        stream.Monitor.Policies = ViolationPolicy.Observe;
        await Assert.ThrowsAsync<IOException>(async () => await stream.WriteAsync("1\n"u8.ToArray(), Cancellation));
    }

    [Fact]
    public async Task Input_after_one_that_is_no_frame_is_refused_once_violations_are_enforced()
    {
        var junk = Dialogues.Words("sesquipedalian and more");
        await using var stream = Dialogues.Start(new() { Policy = ViolationPolicy.Observe }).Wrap(wire.PeerSends(junk, Dialogues.Words("two")), Dialogues.Protocol);
        await stream.ReadExactlyAsync(new byte[5], Cancellation);

        stream.Monitor.Policies = ViolationPolicy.Enforce;

        // What was let through before is the program's.
        await stream.ReadExactlyAsync(new byte[junk.Length - 5], Cancellation);
        await Assert.ThrowsAsync<RefusedInputException>(async () => await stream.ReadExactlyAsync(new byte[7], Cancellation));
        await Assert.ThrowsAsync<IOException>(async () => await stream.ReadExactlyAsync(new byte[7], Cancellation));
    }

    [Fact]
    public async Task Input_of_a_pipe_after_one_that_is_no_frame_is_refused_once_violations_are_enforced()
    {
        var (toProgram, fromProgram) = (new Pipe(), new Pipe());
        await using var pipe = Dialogues.Start(new() { Policy = ViolationPolicy.Observe }).Wrap(new Ends(toProgram.Reader, fromProgram.Writer), Dialogues.Protocol);
        await toProgram.Writer.WriteAsync(Dialogues.Words("sesquipedalian and more"), Cancellation);
        var first = await pipe.Input.ReadAsync(Cancellation);
        pipe.Input.AdvanceTo(first.Buffer.End);
        await toProgram.Writer.WriteAsync(Dialogues.Words("two"), Cancellation);

        pipe.Monitor.Policies = ViolationPolicy.Enforce;

        await Assert.ThrowsAsync<RefusedInputException>(async () => await pipe.Input.ReadAsync(Cancellation));
        await Assert.ThrowsAsync<IOException>(async () => await pipe.Input.ReadAsync(Cancellation));
    }

    public void Dispose() => wire.Dispose();

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
