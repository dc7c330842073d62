using System.Buffers;
using System.Buffers.Binary;
using Igloo.Monitoring.Codecs;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Contents that begin with a number; the rest is ballast.</summary>
internal sealed class NumberInFront(int length) : IPayloadCodec<int>
{
    public bool TryDecode(ReadOnlySpan<byte> payload, out int message)
    {
        message = payload.Length == length ? BinaryPrimitives.ReadInt32BigEndian(payload) : 0;
        return payload.Length == length;
    }

    public void Encode(int message, IBufferWriter<byte> output)
    {
        var payload = output.GetSpan(length)[..length];
        payload.Clear();
        BinaryPrimitives.WriteInt32BigEndian(payload, message);
        output.Advance(length);
    }
}
