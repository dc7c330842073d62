using System.Buffers;
using System.Text;
using Igloo.Endurance.Fuzzing;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Endurance.Fuzzing.Targets;
using Igloo.Endurance.Models;
using Igloo.Endurance.Tests.Mutants;
using Igloo.Monitoring;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Streams;
using Tftp.Model;
using Tftp.Wire;
using E = Igloo.Endurance.Models.Dialogue.Event;

namespace Igloo.Endurance.Tests;

/// <summary>The same fuzz finds codecs, wrappers and monitors that are wrong.</summary>
public sealed class MutantTests : IDisposable
{
    private const int Enough = 20_000;
    private static readonly LineCodec<string> Lines = new(new Utf8Payload(), 12);
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, Func<ReadOnlySequence<byte>, Decoding<string>>> WrongDecoders => new()
    {
        { "loses a byte at a split", bytes => Lines.Decode(bytes.IsSingleSegment ? bytes : new(bytes.ToArray().Where((_, i) => i != bytes.FirstSpan.Length).ToArray())) },
        { "reads the first piece only", bytes => Lines.Decode(new(bytes.First)) },
        { "throws on junk", bytes => Lines.Decode(bytes) is { Status: DecodingStatus.Junk } ? throw new FormatException("junk") : Lines.Decode(bytes) },
        { "takes a byte of the next frame", bytes => Lines.Decode(bytes) is { Status: DecodingStatus.Message } d && d.Length < bytes.Length ? Decoding<string>.Of(d.Message, d.Length + 1) : Lines.Decode(bytes) },
        { "waits for more than a frame", bytes => Lines.Decode(bytes) is { Status: DecodingStatus.Message } d && d.Length == bytes.Length ? Decoding<string>.Incomplete : Lines.Decode(bytes) },
        { "takes a carriage return for an end", bytes => bytes.FirstSpan.IndexOf((byte)'\r') is var end and >= 0 ? Decoding<string>.Of("", end + 1) : Lines.Decode(bytes) },
    };

    public static TheoryData<string, Func<byte[], byte[]>> WrongPackets => new()
    {
        { "reads numbers of 8 bits", b => b is [0, 3 or 4, _, ..] ? [0, b[1], 0, .. b[3..]] : b },
        { "reads acknowledgements that are too long", b => b is [0, 4, _, _, _, ..] ? b[..4] : b },
        { "reads texts without an end", b => b is [0, 5 or 6, .., not 0] ? [.. b, 0] : b },
        { "takes all options for one", b => b is [0, 6, .., 0] ? [0, 6, .. "tsize\01100\0"u8] : b },
    };

    [Theory]
    [MemberData(nameof(WrongPackets))]
    public void Reader_of_datagrams_is_found_that(string isWrong, Func<byte[], byte[]> mistaken)
    {
        Assert.Contains("Decoded", Find(new DatagramTarget(new WrongObserver<Transfer.Event>(new TransferCodec(), mistaken), new DownloadCodec()))?.Failure, StringComparison.Ordinal);
        Assert.Contains("Decoded", Find(new DatagramTarget(new TransferCodec(), new WrongObserver<Download.Event>(new DownloadCodec(), mistaken)))?.Failure, StringComparison.Ordinal);
        Assert.NotEmpty(isWrong);
    }

    [Fact]
    public void Server_that_takes_all_options_for_permitted_ones_is_found()
    {
        using var target = new SocketTarget(new WrongObserver<Transfer.Event>(new TransferCodec(), b => b is [0, 6, ..] ? [0, 6, .. "tsize\01100\0"u8] : b));

        Assert.Contains("is permitted", Find(target)?.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_that_takes_every_packet_for_an_acknowledgement_is_found()
    {
        using var target = new SocketTarget(new WrongObserver<Transfer.Event>(new TransferCodec(), b => b is [0, not (3 or 5 or 6), _, _, ..] ? [0, 4, b[2], b[3]] : b));

        Assert.Contains("State is", Find(target)?.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongDecoders))]
    public void Codec_is_found_that(string isWrong, Func<ReadOnlySequence<byte>, Decoding<string>> decode)
    {
        var finding = Find(Target(decode));

        Assert.NotNull(finding);
        Assert.NotEmpty(isWrong);
    }

    [Fact]
    public void Codec_that_loops_is_found()
    {
        using var end = new ManualResetEventSlim();
        var run = new FuzzRun(Target(bytes => Looping(bytes, end)), folder.Path, TimeSpan.FromMilliseconds(500));

        var finding = run.Run(Enough, seed: 1);
        end.Set();

        Assert.Contains("no end", finding?.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrapper_that_lets_the_first_bytes_of_a_refused_frame_out_is_found() =>
        Assert.Contains("Wire has", Find(Outgoing((monitor, wire) => new EagerStream<Dialogue.State, E>(monitor.Wrap(wire, Conversation.Protocol), wire)))?.Failure, StringComparison.Ordinal);

    [Fact]
    public void Wrapper_that_lets_everything_out_is_found() => Assert.NotNull(Find(Outgoing((_, wire) => wire)));

    [Fact]
    public void Wrapper_that_cuts_frames_is_found() =>
        Assert.Contains("cut", Find(Outgoing((monitor, wire) => monitor.Wrap(new ChoppingStream(wire), Conversation.Protocol)))?.Failure, StringComparison.Ordinal);

    [Fact]
    public void Wrapper_that_hands_bytes_over_without_their_events_is_found() =>
        Assert.NotNull(Find(new IncomingTarget<Dialogue.State, E, int, string>("in", 1, Conversation, (_, wire) => wire)));

    [Fact]
    public void Monitor_that_permits_more_than_the_model_is_found() =>
        Assert.Contains("possible are", Find(new MonitorTarget(new GenerousMeter()))?.Failure, StringComparison.Ordinal);

    [Fact]
    public void Monitor_that_permits_less_than_the_model_is_found() =>
        Assert.Contains("Verdict", Find(new MonitorTarget(new TimidMeter()))?.Failure, StringComparison.Ordinal);

    [Fact]
    public void Failing_input_is_made_small_and_repeated_from_its_file()
    {
        var target = Target(bytes => bytes.ToArray().AsSpan().IndexOf("\u20AC"u8) >= 0 ? throw new FormatException("no euro") : Lines.Decode(bytes));

        var finding = Find(target);

        Assert.Equal("\u20AC", Encoding.UTF8.GetString(finding!.Case.Input));
        Assert.Equal(finding.Failure.Split('\n')[0], FuzzCase.Load(finding.File).Failure(target)?.Split('\n')[0]);
        Assert.Contains($"replay {finding.File}", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_that_reaches_too_little_says_what()
    {
        var run = new FuzzRun(new FrameTarget<string>("empty", 1, Lines, Framing.Line("\n", 12), _ => [], [[]]), folder.Path, TimeSpan.FromMinutes(2));

        Assert.Null(run.Run(1_000, seed: 1));

        Assert.Contains("encoded again", run.Missed());
    }

    private static DialogueConversation Conversation => new(DialogueConversation.Lines);

    private FuzzFinding? Find(FuzzTarget target) => new FuzzRun(target, folder.Path, TimeSpan.FromMinutes(2)).Run(Enough, seed: 1);

    private static OutgoingTarget<Dialogue.State, E, int, string> Outgoing(Func<PermissionMonitor<Dialogue.State, E>, Stream, Stream> wrap) => new("out", 1, Conversation, wrap);

    private static FrameTarget<string> Target(Func<ReadOnlySequence<byte>, Decoding<string>> decode) => new(
        "wrong", 1, new WrongCodec(decode, Lines), Framing.Line("\n", 12), r => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, r.Next(6)).Select(_ => "ab\r\u20AC"[r.Next(4)])) + "\n"), DialogueConversation.LineWords);

    private static Decoding<string> Looping(ReadOnlySequence<byte> bytes, ManualResetEventSlim end)
    {
        if (bytes.Length == 5) end.Wait();
        return Lines.Decode(bytes);
    }
}
