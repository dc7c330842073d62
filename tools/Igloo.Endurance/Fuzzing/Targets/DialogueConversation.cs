using System.Buffers;
using System.Globalization;
using System.Text;
using Igloo.Components;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Endurance.Models;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Streams;
using E = Igloo.Endurance.Models.Dialogue.Event;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>Lines out, words with their lengths in.</summary>
internal sealed class DialogueConversation : Conversation<Dialogue.State, E, int, string>
{
    public const int LongestLine = 8;
    public const int LongestWord = 16;
    private static readonly LengthPrefixedCodec<string> AnyWord = new(new Utf8Payload(), 99);

    public static readonly IReadOnlyList<byte[]> LineWords = [.. new[] { "\n", "0", "-1", "\r\n", "99999999", " ", "+1", "00" }.Select(Encoding.Latin1.GetBytes)];
    public static readonly IReadOnlyList<byte[]> PrefixWords = [[0, 0, 0, 0], [0, 0, 0, 16], [0, 0, 0, 17], [0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0xC3], [0xED, 0xA0, 0x80]];

    /// <param name="lines">The codec of what is said: that of the product, or a wrong one.</param>
    public DialogueConversation(IFrameCodec<int> lines) =>
        Protocol = StreamProtocol.Of<E, E.Say, int, E.Hear, string>(lines, n => new(n), say => say.N, new LengthPrefixedCodec<string>(new Utf8Payload(), LongestWord), word => new(word));

    public static IFrameCodec<int> Lines => new LineCodec<int>(new DecimalPayload(), LongestLine);

    public override Component<Dialogue.State, E> Component { get; } = new Dialogue();

    public override StreamProtocol<E> Protocol { get; }

    public override Reference<int> Sent { get; } = Framing.DecimalLine(LongestLine);

    public override Reference<string> Received { get; } = Framing.LengthPrefixed(LongestWord);

    public override IReadOnlyList<byte[]> Words { get; } = [.. LineWords, .. PrefixWords];

    public override E Send(int message) => new E.Say(message);

    public override E Receive(string message) => new E.Hear(message);

    public override byte[] SentFrame(int number, Random random) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(random.Next(32) == 0 ? random.Next(200) : number)}\n"));

    public override byte[] ReceivedFrame(Random random) => Prefixed(random.Next(12) == 0 ? new string('w', random.Next(20)) : "häre"[..random.Next(5)]);

    public override IEnumerable<E> Preparing(IReadOnlyList<int> messages, Random random) =>
        random.Next(8) == 0 && messages.Count > 0 && messages[0] > 0 ? [new E.Skip(messages[0])] : [];

    public static byte[] Prefixed(string word)
    {
        var bytes = new ArrayBufferWriter<byte>();
        AnyWord.Encode(word, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
