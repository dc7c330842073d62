using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;
using Redis.Model;

namespace Redis.Wire;

/// <summary>Commands of RESP2: arrays of strings, and lines of words, as the server takes them.</summary>
public sealed class CommandCodec : IFrameCodec<Command>
{
    private const int MostArguments = 1_024;
    private const int LongestLine = 4_096;

    /// <inheritdoc/>
    public int MaximumLength => 1 << 20;

    /// <inheritdoc/>
    public Decoding<Command> Decode(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty) return Decoding<Command>.Incomplete;
        var status = bytes.FirstSpan.Length > 0 && bytes.FirstSpan[0] == '*' || bytes.Slice(0, 1).ToArray()[0] == '*'
            ? Array(bytes, out var arguments, out var length)
            : Inline(bytes, out arguments, out length);
        if (status != DecodingStatus.Message) return status == DecodingStatus.Junk ? Decoding<Command>.Junk : Decoding<Command>.Incomplete;
        return CommandText.TryCommand(arguments.AsSpan()) is { } command ? Decoding<Command>.Of(command, length) : Decoding<Command>.Junk;
    }

    /// <inheritdoc/>
    public void Encode(Command message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        if (CommandText.Arguments(message) is not { Length: <= MostArguments } arguments || arguments.Any(a => a.Any(c => c > '\xFF')))
        {
            throw new PreconditionViolationException($"{message} has no frame.");
        }

        var frame = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{arguments.Length}\r\n");
        foreach (var argument in arguments) frame.Append(CultureInfo.InvariantCulture, $"${argument.Length}\r\n{argument}\r\n");
        if (frame.Length > MaximumLength) throw new PreconditionViolationException($"The command has {frame.Length} bytes; the longest has {MaximumLength}.");
        output.Write(Encoding.Latin1.GetBytes(frame.ToString()));
    }

    private DecodingStatus Array(in ReadOnlySequence<byte> bytes, out ImmutableArray<string> arguments, out long length)
    {
        var reader = new RespReader(bytes);
        var parts = ImmutableArray.CreateBuilder<string>();
        arguments = [];
        length = 0;
        var status = reader.Number('*', out var count);
        if (status != DecodingStatus.Message) return status;
        if (count is < 1 or > MostArguments) return DecodingStatus.Junk;
        for (var i = 0L; i < count; i++)
        {
            status = reader.Bulk(MaximumLength, isNullAllowed: false, out var part);
            if (status != DecodingStatus.Message) return status;
            parts.Add(part!);
        }

        arguments = parts.ToImmutable();
        length = reader.Consumed;
        return length > MaximumLength ? DecodingStatus.Junk : DecodingStatus.Message;
    }

    // Quoted words are not taken: a client that needs them has arrays.
    private static DecodingStatus Inline(in ReadOnlySequence<byte> bytes, out ImmutableArray<string> arguments, out long length)
    {
        arguments = [];
        length = 0;
        var line = new SequenceReader<byte>(bytes.Length > LongestLine ? bytes.Slice(0, LongestLine) : bytes);
        if (!line.TryReadTo(out ReadOnlySequence<byte> text, (byte)'\n')) return bytes.Length >= LongestLine ? DecodingStatus.Junk : DecodingStatus.Incomplete;
        var words = Encoding.Latin1.GetString(text).TrimEnd('\r');
        if (words.Any(c => c is < ' ' or '"' or '\'')) return DecodingStatus.Junk;
        arguments = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        length = line.Consumed;
        return arguments.IsEmpty ? DecodingStatus.Junk : DecodingStatus.Message;
    }
}
