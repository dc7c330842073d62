using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>A dialogue on a wire: sends numbers as lines, receives words with their lengths before them.</summary>
internal static class Dialogues
{
    public static StreamProtocol<Dialogue.Event> Protocol { get; } = StreamProtocol.Of<Dialogue.Event, Dialogue.Event.Say, int, Dialogue.Event.Hear, string>(
        new LineCodec<int>(new Decimal(), maximumLength: 8), n => new(n), say => say.N,
        new LengthPrefixedCodec<string>(new Utf8Payload(), longestPayload: 16), word => new(word));

    public static PermissionMonitor<Dialogue.State, Dialogue.Event> Start(MonitorOptions<Dialogue.State, Dialogue.Event>? options = null) =>
        PermissionMonitor.Start(new Dialogue(), options);

    public static byte[] Says(params int[] numbers) => Encoding.ASCII.GetBytes(string.Concat(numbers.Select(n => $"{n}\n")));

    public static byte[] Words(params string[] words)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var word in words) new LengthPrefixedCodec<string>(new Utf8Payload(), 99).Encode(word, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private sealed class Decimal : IPayloadCodec<int>
    {
        public bool TryDecode(ReadOnlySpan<byte> payload, [MaybeNullWhen(false)] out int message) =>
            Utf8Parser.TryParse(payload, out message, out var used) && used == payload.Length && message >= 0;

        public void Encode(int message, IBufferWriter<byte> output)
        {
            if (message < 0) throw new PreconditionViolationException($"{message} is negative.");
            output.Write(Encoding.ASCII.GetBytes($"{message}"));
        }
    }
}
