using System.Buffers;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;
using Redis.Model;

namespace Redis.Wire;

/// <summary>Replies of RESP2. Whether one is a published message or the last one of a subscription is read off its form.</summary>
/// <remarks>Encoding is what a server does: for tests of the codec law.</remarks>
public sealed class ReplyCodec : IFrameCodec<Reply>
{
    private const string PublishedMessage = "*3\r\n$7\r\nmessage\r\n";
    private const string Unsubscribed = "*3\r\n$11\r\nunsubscribe\r\n";
    private const string NoneLeft = "\r\n:0\r\n";

    /// <inheritdoc/>
    public int MaximumLength => 1 << 20;

    /// <summary>The reply of these bytes, as Latin-1 text.</summary>
    /// <param name="text">A whole reply.</param>
    public static Reply Reply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kind = text.StartsWith(PublishedMessage, StringComparison.Ordinal) ? ReplyKind.Message
            : text.StartsWith(Unsubscribed, StringComparison.Ordinal) && text.EndsWith(NoneLeft, StringComparison.Ordinal) ? ReplyKind.LastUnsubscribed
            : ReplyKind.Answer;
        return new(kind, text);
    }

    /// <inheritdoc/>
    public Decoding<Reply> Decode(in ReadOnlySequence<byte> bytes)
    {
        var reader = new RespReader(bytes);
        return reader.Skip(MaximumLength) switch
        {
            DecodingStatus.Message when reader.Consumed > MaximumLength => Decoding<Reply>.Junk,
            DecodingStatus.Message => Decoding<Reply>.Of(Reply(Encoding.Latin1.GetString(bytes.Slice(0, reader.Consumed))), reader.Consumed),
            DecodingStatus.Junk => Decoding<Reply>.Junk,
            _ => Decoding<Reply>.Incomplete,
        };
    }

    /// <inheritdoc/>
    public void Encode(Reply message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        var isText = message.Text.All(c => c <= '\xFF');
        var bytes = isText ? Encoding.Latin1.GetBytes(message.Text) : [];
        var decoding = Decode(new(bytes));
        if (!isText || decoding.Message != message || decoding.Length != bytes.Length) throw new PreconditionViolationException($"{message} is no reply of RESP2.");
        output.Write(bytes);
    }
}
