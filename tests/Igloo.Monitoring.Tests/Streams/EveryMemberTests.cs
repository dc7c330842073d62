using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>No member of a stream goes past the monitor: each one writes or reads under permission, is not supported, or moves no bytes.</summary>
public sealed class EveryMemberTests
{
    private static readonly byte[] Frame = Dialogues.Words("one");

    private static readonly Dictionary<string, Action<Stream, byte[]>> Writing = new()
    {
        ["Write(Byte[], Int32, Int32)"] = (s, b) => s.Write(b, 0, b.Length),
        ["Write(ReadOnlySpan`1)"] = (s, b) => s.Write(b.AsSpan()),
        ["WriteByte(Byte)"] = (s, b) => Array.ForEach(b, s.WriteByte),
        ["WriteAsync(Byte[], Int32, Int32)"] = (s, b) => s.WriteAsync(b, 0, b.Length).GetAwaiter().GetResult(),
        ["WriteAsync(Byte[], Int32, Int32, CancellationToken)"] = (s, b) => s.WriteAsync(b, 0, b.Length, Cancellation).GetAwaiter().GetResult(),
        ["WriteAsync(ReadOnlyMemory`1, CancellationToken)"] = (s, b) => s.WriteAsync(b.AsMemory(), Cancellation).AsTask().GetAwaiter().GetResult(),
        ["BeginWrite(Byte[], Int32, Int32, AsyncCallback, Object)"] = (s, b) => s.EndWrite(s.BeginWrite(b, 0, b.Length, null, null)),
        ["EndWrite(IAsyncResult)"] = (s, b) => s.EndWrite(s.BeginWrite(b, 0, b.Length, null, null)),
    };

    private static readonly Dictionary<string, Func<Stream, byte[], int>> Reading = new()
    {
        ["Read(Byte[], Int32, Int32)"] = (s, b) => s.Read(b, 0, b.Length),
        ["Read(Span`1)"] = (s, b) => s.Read(b.AsSpan()),
        ["ReadByte()"] = (s, b) => One(b, s.ReadByte()),
        ["ReadAsync(Byte[], Int32, Int32)"] = (s, b) => s.ReadAsync(b, 0, b.Length).GetAwaiter().GetResult(),
        ["ReadAsync(Byte[], Int32, Int32, CancellationToken)"] = (s, b) => s.ReadAsync(b, 0, b.Length, Cancellation).GetAwaiter().GetResult(),
        ["ReadAsync(Memory`1, CancellationToken)"] = (s, b) => s.ReadAsync(b.AsMemory(), Cancellation).AsTask().GetAwaiter().GetResult(),
        ["BeginRead(Byte[], Int32, Int32, AsyncCallback, Object)"] = (s, b) => s.EndRead(s.BeginRead(b, 0, b.Length, null, null)),
        ["EndRead(IAsyncResult)"] = (s, b) => s.EndRead(s.BeginRead(b, 0, b.Length, null, null)),
        ["ReadExactly(Span`1)"] = (s, b) => All(() => s.ReadExactly(b.AsSpan(0, Frame.Length))),
        ["ReadExactly(Byte[], Int32, Int32)"] = (s, b) => All(() => s.ReadExactly(b, 0, Frame.Length)),
        ["ReadExactlyAsync(Memory`1, CancellationToken)"] = (s, b) => All(() => s.ReadExactlyAsync(b.AsMemory(0, Frame.Length), Cancellation).AsTask().GetAwaiter().GetResult()),
        ["ReadExactlyAsync(Byte[], Int32, Int32, CancellationToken)"] = (s, b) => All(() => s.ReadExactlyAsync(b, 0, Frame.Length, Cancellation).AsTask().GetAwaiter().GetResult()),
        ["ReadAtLeast(Span`1, Int32, Boolean)"] = (s, b) => s.ReadAtLeast(b.AsSpan(), 1),
        ["ReadAtLeastAsync(Memory`1, Int32, Boolean, CancellationToken)"] = (s, b) => s.ReadAtLeastAsync(b.AsMemory(), 1, cancellationToken: Cancellation).AsTask().GetAwaiter().GetResult(),
        ["CopyTo(Stream)"] = (s, b) => Copied(b, s.CopyTo),
        ["CopyTo(Stream, Int32)"] = (s, b) => Copied(b, to => s.CopyTo(to, 3)),
        ["CopyToAsync(Stream)"] = (s, b) => Copied(b, to => s.CopyToAsync(to).GetAwaiter().GetResult()),
        ["CopyToAsync(Stream, Int32)"] = (s, b) => Copied(b, to => s.CopyToAsync(to, 3).GetAwaiter().GetResult()),
        ["CopyToAsync(Stream, CancellationToken)"] = (s, b) => Copied(b, to => s.CopyToAsync(to, Cancellation).GetAwaiter().GetResult()),
        ["CopyToAsync(Stream, Int32, CancellationToken)"] = (s, b) => Copied(b, to => s.CopyToAsync(to, 3, Cancellation).GetAwaiter().GetResult()),
    };

    private static readonly Dictionary<string, Action<Stream>> Unsupported = new()
    {
        ["get_Length()"] = s => _ = s.Length,
        ["get_Position()"] = s => _ = s.Position,
        ["set_Position(Int64)"] = s => s.Position = 0,
        ["Seek(Int64, SeekOrigin)"] = s => s.Seek(0, SeekOrigin.Begin),
        ["SetLength(Int64)"] = s => s.SetLength(0),
        ["get_ReadTimeout()"] = s => _ = s.ReadTimeout,
        ["set_ReadTimeout(Int32)"] = s => s.ReadTimeout = 1,
        ["get_WriteTimeout()"] = s => _ = s.WriteTimeout,
        ["set_WriteTimeout(Int32)"] = s => s.WriteTimeout = 1,
    };

    private static readonly Dictionary<string, Action<Stream>> MovingNothing = new()
    {
        ["Flush()"] = s => s.Flush(),
        ["FlushAsync()"] = s => s.FlushAsync().GetAwaiter().GetResult(),
        ["FlushAsync(CancellationToken)"] = s => s.FlushAsync(Cancellation).GetAwaiter().GetResult(),
        ["Close()"] = s => s.Close(),
        ["Dispose()"] = s => s.Dispose(),
        ["DisposeAsync()"] = s => s.DisposeAsync().AsTask().GetAwaiter().GetResult(),
        ["get_CanRead()"] = s => Assert.True(s.CanRead),
        ["get_CanWrite()"] = s => Assert.True(s.CanWrite),
        ["get_CanSeek()"] = s => Assert.False(s.CanSeek),
        ["get_CanTimeout()"] = s => Assert.False(s.CanTimeout),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Writes => [.. Writing.Keys];

    public static TheoryData<string> Reads => [.. Reading.Keys];

    public static TheoryData<string> Refusing => [.. Unsupported.Keys];

    public static TheoryData<string> Quiet => [.. MovingNothing.Keys];

    [Fact]
    public void Every_member_of_a_stream_is_in_one_of_the_lists()
    {
        var members = typeof(Stream).GetMethods().Where(m => !m.IsStatic && m.DeclaringType == typeof(Stream))
            .Select(m => $"{m.Name}({string.Join(", ", m.GetParameters().Select(p => p.ParameterType.Name))})");

        Assert.Equal(members.Order(StringComparer.Ordinal), Writing.Keys.Concat(Reading.Keys).Concat(Unsupported.Keys).Concat(MovingNothing.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void Member_that_writes_asks_for_permission_first(string member)
    {
        using var wire = new Wire();
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        Writing[member](stream, Dialogues.Says(0));
        Assert.Equal(1, stream.Monitor.State.Next);
        Assert.Throws<PermissionViolationException>(() => Writing[member](stream, Dialogues.Says(5)));

        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void Member_that_reads_gives_bytes_after_their_event(string member)
    {
        using var wire = new Wire().PeerSends(Frame).PeerEnds();
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var buffer = new byte[16];

        var count = Reading[member](stream, buffer);

        Assert.Equal(Seq<string>.Of("one"), stream.Monitor.State.Heard);
        Assert.Equal(Frame[..count], buffer[..count]);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void Member_that_reads_asks_for_permission_first(string member)
    {
        using var wire = new Wire().PeerSends(Frame).PeerEnds();
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));

        Assert.Throws<PermissionViolationException>(() => Reading[member](stream, new byte[16]));

        Assert.Equal(0, wire.Reads);
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public void Member_that_would_go_past_the_frames_is_not_supported(string member)
    {
        using var wire = new Wire();
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        var failure = Assert.ThrowsAny<Exception>(() => Unsupported[member](stream));

        Assert.True(failure is NotSupportedException or InvalidOperationException, failure.ToString());
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public void Other_members_move_no_bytes(string member)
    {
        using var wire = new Wire().PeerSends(Frame);
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        stream.Write("5"u8);

        MovingNothing[member](stream);

        Assert.Empty(wire.Written);
        Assert.Equal(0, wire.Reads);
    }

    private static int One(byte[] buffer, int read)
    {
        buffer[0] = (byte)read;
        return 1;
    }

    private static int All(Action read)
    {
        read();
        return Frame.Length;
    }

    private static int Copied(byte[] buffer, Action<Stream> copy)
    {
        var target = new MemoryStream(buffer);
        copy(target);
        return (int)target.Position;
    }
}
