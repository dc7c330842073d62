using System.Buffers.Binary;
using System.Net;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using LeaderElection.Model;
using LeaderElection.Wire;

namespace LeaderElection.Tests.Wire;

public sealed class RingCodecTests
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 9001);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(123_456_789)]
    [InlineData(int.MaxValue)]
    public void Decoding_undoes_encoding(int index)
    {
        Assert.True(RingCodec.TryRead(Datagram(index), out var id));
        Assert.Equal(new Node(index), id);
    }

    [Fact]
    public void Send_is_encoded_for_the_address_it_names()
    {
        var codec = new RingCodec();
        var datagram = new byte[codec.MaximumLength];

        var encoded = codec.Encode(new RingNode.Event.Send(Address.Of(Anywhere), new Node(7)), datagram);

        Assert.Equal(new(12, Anywhere), encoded);
        Assert.True(codec.TryDecode(datagram, Anywhere, out var received));
        Assert.Equal(new RingNode.Event.Receive(new Node(7)), received);
    }

    [Fact]
    public void Layout_is_big_endian() =>
        Assert.Equal("1610010C01020304", Convert.ToHexString(Datagram(0x01020304)[..8]));

    [Fact]
    public void Identifier_out_of_range_has_no_encoding() =>
        Assert.Throws<PreconditionViolationException>(() => RingCodec.Write(new Node(-1), new byte[RingCodec.Length]));

    [Fact]
    public void Datagram_is_junk_when_any_bit_is_changed() =>
        Assert.All(Enumerable.Range(0, RingCodec.Length * 8), bit =>
        {
            var datagram = Datagram(7);
            datagram[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(RingCodec.TryRead(datagram, out _));
        });

    [Fact]
    public void Datagram_is_junk_when_cut_or_extended()
    {
        var datagram = Datagram(7);

        Assert.All(Enumerable.Range(0, RingCodec.Length), length => Assert.False(RingCodec.TryRead(datagram.AsSpan(0, length), out _)));
        Assert.False(RingCodec.TryRead([.. datagram, 0], out _));
    }

    [Fact]
    public void Negative_identifier_is_junk_though_its_check_sum_is_right()
    {
        var datagram = Datagram(7);
        BinaryPrimitives.WriteInt32BigEndian(datagram.AsSpan(4), -7);
        BinaryPrimitives.WriteUInt32BigEndian(datagram.AsSpan(8), Crc32.Of(datagram.AsSpan(0, 8)));

        Assert.False(RingCodec.TryRead(datagram, out _));
    }

    [Fact]
    public void Random_bytes_are_junk()
    {
        var random = new Random(1);
        Assert.All(Enumerable.Range(0, 1_000), _ =>
        {
            var bytes = new byte[random.Next(0, 20)];
            random.NextBytes(bytes);
            Assert.False(RingCodec.TryRead(bytes, out var _));
        });
    }

    [Fact]
    public void Check_sum_is_that_of_the_standard() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    private static byte[] Datagram(int index)
    {
        var datagram = new byte[RingCodec.Length];
        RingCodec.Write(new Node(index), datagram);
        return datagram;
    }
}
