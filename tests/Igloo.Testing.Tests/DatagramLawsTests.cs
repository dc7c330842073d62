using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using LeaderElection.Model;
using LeaderElection.Wire;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Testing.Tests;

public sealed class DatagramLawsTests
{
    private static readonly Igloo.Values.Address Successor = Igloo.Values.Address.Of(new(IPAddress.Loopback, 9001));

    [Fact]
    public void Codec_of_the_leader_election_obeys_the_law()
    {
        var codec = new RingCodec();

        var report = DatagramLaws.Check(codec, Sends, codec, Arrives);

        Assert.True(report is { Frames: > 1_000, Unencodable: > 1_000, Junk: > 1_000 }, report.ToString());
    }

    // Each breaks one clause of the law.
    public static TheoryData<string, NumberCodec> BrokenCodecs => new()
    {
        { "arrives as", new() { Written = n => n + 1 } },
        { "arrives as junk", new() { IsEvent = n => n % 7 != 0 } },
        { "NotSupportedException", new() { Written = _ => throw new NotSupportedException() } },
        { "MaximumLength is 4", new() { Length = 5 } },
        { "has no destination", new() { To = null } },
        { "decoding is total", new() { IsEvent = n => n < 0 ? throw new FormatException("negative") : true } },
        { "nothing was tested", new() { Written = _ => throw new PreconditionViolationException("no") } },
    };

    [Theory]
    [MemberData(nameof(BrokenCodecs), DisableDiscoveryEnumeration = true)]
    public void Broken_codec_is_found(string said, NumberCodec codec)
    {
        var broken = Assert.Throws<ModelFailureException>(() => DatagramLaws.Check(codec, Sends, codec, Arrives));

        Assert.Contains(said, broken.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, NumberCodec> LoopingCodecs => new()
    {
        { "encoding", new() { Written = _ => Loop() } },
        { "decoding", new() { IsEvent = _ => Loop() > 0 } },
    };

    [Theory]
    [MemberData(nameof(LoopingCodecs), DisableDiscoveryEnumeration = true)]
    public void Codec_that_loops_is_named_with_its_input(string doing, NumberCodec codec)
    {
        var failure = Assert.Throws<ModelFailureException>(() => DatagramLaws.Check(codec, Sends, codec, Arrives, new() { LongestCall = TimeSpan.FromSeconds(0.5) }));

        Assert.Matches($"in case \\d+: {doing} .+ has not ended after 0.5 s", failure.Message);
    }

    [Fact]
    public void Codec_that_answers_otherwise_the_second_time_is_found()
    {
        var asked = 0;
        var codec = new NumberCodec { IsEvent = n => n >= 0 || asked++ % 2 == 0 };

        var broken = Assert.Throws<ModelFailureException>(() => DatagramLaws.Check(codec, random => new E.Send(Successor, new Node(random.Next())), codec, Arrives));

        Assert.Contains(", and then to ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Observer_that_agrees_with_the_receiver_obeys_the_law()
    {
        var codec = new NumberCodec();

        var report = DatagramLaws.Check(codec, random => BitConverter.GetBytes(random.Next()), codec, Arrives);

        Assert.True(report is { Frames: > 1_000, Messages: > 100, Junk: > 1_000 }, report.ToString());
    }

    [Fact]
    public void Observer_that_takes_a_datagram_for_another_event_is_found()
    {
        var broken = Assert.Throws<ModelFailureException>(() =>
            DatagramLaws.Check(new NumberCodec { Observed = n => n & ~1 }, random => BitConverter.GetBytes(random.Next()), new NumberCodec(), Arrives));

        Assert.Contains("arrives as", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_is_replayed()
    {
        var codec = new NumberCodec { IsEvent = n => n % 7 != 0 };
        var found = Assert.Throws<ModelFailureException>(() => DatagramLaws.Check(codec, Sends, codec, Arrives));
        var seed = found.Message.Split("Replay = \"")[1].Split('"')[0];

        var again = Assert.Throws<ModelFailureException>(() => DatagramLaws.Check(codec, Sends, codec, Arrives, new() { Replay = seed }));

        Assert.Equal(found.Message.Split(": ", 2)[1], again.Message.Split(": ", 2)[1]);
    }

    private static E Sends(Random random) => new E.Send(Successor, new Node(random.Next(2) == 0 ? random.Next() : -1 - random.Next()));

    private static E Arrives(E sent, IPEndPoint from) => new E.Receive(((E.Send)sent).Id);

    // Sleeps, so that the threads that it leaves behind do not slow other tests down.
    private static int Loop()
    {
        while (true) Thread.Sleep(1_000);
    }

    public sealed class NumberCodec : IDatagramCodec<E>, IDatagramObserver<E>
    {
        public Func<int, int> Written { get; init; } = n => n;

        public Func<int, int> Observed { get; init; } = n => n;

        public Func<int, bool> IsEvent { get; init; } = _ => true;

        public int Length { get; init; } = 4;

        public IPEndPoint? To { get; init; } = new(IPAddress.Loopback, 1);

        public int MaximumLength => 4;

        public EncodedDatagram Encode(E sent, Span<byte> datagram)
        {
            BinaryPrimitives.WriteInt32LittleEndian(datagram, Written(((E.Send)sent).Id.Index));
            return new(Length, To!);
        }

        public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out E? received)
        {
            received = null;
            if (datagram.Length != 4 || BinaryPrimitives.ReadInt32LittleEndian(datagram) is var number && !IsEvent(number)) return false;
            received = new E.Receive(new Node(BinaryPrimitives.ReadInt32LittleEndian(datagram)));
            return true;
        }

        public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out E? sent)
        {
            sent = datagram.Length == 4 ? new E.Send(Successor, new Node(Observed(BinaryPrimitives.ReadInt32LittleEndian(datagram)))) : null;
            return sent is not null;
        }
    }
}
