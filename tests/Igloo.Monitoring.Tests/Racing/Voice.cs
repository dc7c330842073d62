using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Streams;
using E = Igloo.Monitoring.Tests.Models.Calls.End.Event;

namespace Igloo.Monitoring.Tests.Racing;

/// <summary>Numbers as lines so long that a few fill the buffers of a socket, and as messages.</summary>
internal sealed class Voice : IPayloadCodec<int>, IMessageCodec<E, int>
{
    public const int Width = 4_000;

    public static StreamProtocol<E> Protocol { get; } = StreamProtocol.Of<E, E.Say, int, E.Hear, int>(
        new LineCodec<int>(new Voice(), maximumLength: Width + 1), n => new(n), say => say.N, new LineCodec<int>(new Voice(), maximumLength: Width + 1), n => new(n));

    public static byte[] Line(int n) => Encoding.ASCII.GetBytes(n.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0') + "\n");

    public bool TryDecode(ReadOnlySpan<byte> payload, [MaybeNullWhen(false)] out int message)
    {
        message = 0;
        return payload.Length == Width && int.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out message);
    }

    public void Encode(int message, IBufferWriter<byte> output) => output.Write(Line(message).AsSpan(0, Width));

    public int Encode(E sent) => ((E.Say)sent).N;

    public bool TryDecode(int message, [NotNullWhen(true)] out E? received)
    {
        received = new E.Hear(message);
        return true;
    }
}
