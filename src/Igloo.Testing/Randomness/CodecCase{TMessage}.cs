using System.Buffers;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;

namespace Igloo.Testing.Randomness;

/// <summary>One random case of the codec law after the other.</summary>
internal sealed class CodecCase<TMessage>(IFrameCodec<TMessage> codec, Func<Random, TMessage> generate, CodecLawOptions options, CodecWatch watch)
{
    private const int MostPrefixes = 64;

    // What may be written beyond the longest frame: enough to say by how much it is too long.
    private const int Excess = 1 << 20;
    private long frames;
    private long unencodable;
    private long messages;
    private long junk;
    private long incomplete;

    public CodecLawReport Report => new(frames, unencodable, messages, junk, incomplete);

    /// <summary>What is broken, or null.</summary>
    public string? Broken(Random random)
    {
        var sent = new List<TMessage>();
        var encoded = new List<byte[]>();
        var most = random.Next(1, options.MostMessages + 1);
        for (var i = 0; i < most; i++)
        {
            var message = Generate(random);
            if (TryEncode(message, out var frame) is { } failure) return failure;
            if (frame is null) continue;
            if (Roundtrip(message, frame, random) is { } broken) return broken;
            sent.Add(message);
            encoded.Add(frame);
        }

        byte[] stream = [.. encoded.SelectMany(f => f)];
        return InARow(sent, encoded, stream, random) ?? Total(Input(stream, random), random);
    }

    private TMessage Generate(Random random)
    {
        watch.Begin("generating a message", null);
        var message = generate(random);
        watch.End();
        return message;
    }

    private string? TryEncode(TMessage message, out byte[]? frame)
    {
        frame = null;
        var longest = codec.MaximumLength;
        if (longest < 1) return $"MaximumLength is {longest}; the shortest frame has a byte.";
        var output = new BoundedWriter((int)Math.Min(Array.MaxLength, (long)longest + Excess));
        try
        {
            watch.Begin("encoding", message);
            codec.Encode(message, output);
        }
        catch (PreconditionViolationException)
        {
            unencodable++;
            return null;
        }
        catch (Exception) when (output.IsExceeded)
        {
            return $"the frame of {message} has more than {output.Written.Length} bytes, more than MaximumLength = {longest}; it was not written any further.";
        }
        catch (Exception failure)
        {
            return $"encoding {message} failed with {failure.GetType().Name} ({failure.Message}); a value without a frame is a {nameof(PreconditionViolationException)}.";
        }
        finally
        {
            watch.End();
        }

        frames++;
        frame = output.Written.ToArray();
        return frame.Length == 0 ? $"the frame of {message} is empty."
            : frame.Length > longest ? $"the frame of {message} has {frame.Length} bytes, more than MaximumLength = {longest}."
            : null;
    }

    private string? Roundtrip(TMessage message, byte[] frame, Random random)
    {
        if (Decode(new(frame), out var whole) is { } failure) return failure;
        if (!Same(whole, Decoding<TMessage>.Of(message, frame.Length))) return $"the frame {Hex(frame)} of {message} decodes to {Text(whole)}.";
        foreach (var length in Prefixes(frame.Length, random))
        {
            if (Decode(new(frame, 0, length), out var prefix) is { } thrown) return thrown;
            if (prefix.Status != DecodingStatus.Incomplete) return $"the proper prefix {Hex(frame.AsSpan(0, length))} of the frame {Hex(frame)} of {message} decodes to {Text(prefix)}.";
        }

        return null;
    }

    private string? InARow(List<TMessage> sent, List<byte[]> encoded, byte[] stream, Random random)
    {
        var rest = Chunks.Split(stream, random);
        for (var i = 0; i < sent.Count; i++)
        {
            if (Decode(rest, out var next) is { } failure) return failure;
            if (!Same(next, Decoding<TMessage>.Of(sent[i], encoded[i].Length))) return $"message {i + 1} of {sent.Count} in {Hex(stream)}, split at random, is {Text(next)}, not {sent[i]}.";
            rest = rest.Slice(next.Length);
        }

        return null;
    }

    private string? Total(byte[] input, Random random)
    {
        if (Decode(new(input), out var whole) is { } failure) return failure;
        Count(whole.Status);
        if (Decode(Chunks.Split(input, random), out var split) is { } thrown) return thrown;
        if (!Same(whole, split)) return $"decoding {Hex(input)} depends on how it is split: {Text(whole)} in one piece, {Text(split)} in several.";
        foreach (var length in Prefixes(input.Length, random))
        {
            if (Decode(new(input, 0, length), out var prefix) is { } prefixFailure) return prefixFailure;
            if (prefix.Status != DecodingStatus.Incomplete && !Same(whole, prefix)) return $"{Hex(input.AsSpan(0, length))} decodes to {Text(prefix)}, but followed by {Hex(input.AsSpan(length))} to {Text(whole)}.";
            if (whole.Status == DecodingStatus.Message && (prefix.Status == DecodingStatus.Message) != (length >= whole.Length)) return $"{Hex(input)} decodes to {Text(whole)}, its first {length} bytes to {Text(prefix)}.";
        }

        return null;
    }

    private byte[] Input(byte[] stream, Random random)
    {
        if (stream.Length == 0 || random.Next(3) == 0)
        {
            var bytes = new byte[random.Next(1, options.LongestInput + 1)];
            random.NextBytes(bytes);
            return bytes;
        }

        return Chunks.Mutate(stream, random);
    }

    private string? Decode(in ReadOnlySequence<byte> bytes, out Decoding<TMessage> decoding)
    {
        decoding = default;
        try
        {
            watch.Begin("decoding", bytes);
            decoding = codec.Decode(bytes);
            return decoding.Length > bytes.Length ? $"decoding {Hex(bytes.ToArray())} takes {decoding.Length} bytes of {bytes.Length}."
                : decoding.Length > codec.MaximumLength ? $"{Hex(bytes.ToArray())} decodes to a frame of {decoding.Length} bytes, more than MaximumLength = {codec.MaximumLength}: in pieces it is junk."
                : null;
        }
        catch (Exception failure)
        {
            return $"decoding {Hex(bytes.ToArray())} failed with {failure.GetType().Name} ({failure.Message}); decoding is total.";
        }
        finally
        {
            watch.End();
        }
    }

    private void Count(DecodingStatus status)
    {
        switch (status)
        {
            case DecodingStatus.Message: messages++; break;
            case DecodingStatus.Junk: junk++; break;
            default: incomplete++; break;
        }
    }

    private static IEnumerable<int> Prefixes(int length, Random random) =>
        length <= MostPrefixes ? Enumerable.Range(0, length) : Enumerable.Range(0, MostPrefixes / 2).Select(_ => random.Next(length)).Append(length - 1);

    private static bool Same(in Decoding<TMessage> one, in Decoding<TMessage> other) =>
        one.Status == other.Status && one.Length == other.Length && EqualityComparer<TMessage>.Default.Equals(one.Message, other.Message);

    private static string Text(in Decoding<TMessage> decoding) =>
        decoding.Status == DecodingStatus.Message ? $"{decoding.Message} ({decoding.Length} bytes)" : decoding.Status.ToString().ToLowerInvariant();

    private static string Hex(ReadOnlySpan<byte> bytes) => CodecText.Hex(bytes);
}
