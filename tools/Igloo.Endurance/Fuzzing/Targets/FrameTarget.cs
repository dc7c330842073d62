using System.Buffers;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>A codec: total, independent of splits, equal to a second implementation, and what it decodes it can encode again.</summary>
internal sealed class FrameTarget<TMessage>(
    string name, int weight, IFrameCodec<TMessage> codec, Reference<TMessage> reference, Func<Random, byte[]> frame, IReadOnlyList<byte[]> words)
    : FuzzTarget(name, weight, "message", "junk", "incomplete", "encoded again")
{
    private const int MostFrames = 5;

    public override byte[] Input(Random random) => Mutation.Of(random, [.. Enumerable.Range(0, random.Next(MostFrames)).Select(_ => frame(random))], words);

    public override void Run(byte[] input, Random choices)
    {
        var (at, seen) = (0, 0);
        Agree(input, 0, choices.Next(input.Length + 1), choices);
        foreach (var piece in Mutation.Pieces(input, choices))
        {
            seen += piece.Length;
            while (at < seen && Agree(input, at, seen, choices) is var found && found.Status != DecodingStatus.Incomplete)
            {
                if (found.Status == DecodingStatus.Junk) return;
                at += (int)found.Length;
                EncodeAgain(found.Message);
            }
        }
    }

    private Decoding<TMessage> Agree(byte[] input, int from, int to, Random choices)
    {
        var expected = reference(input.AsSpan(from, to - from));
        Coverage.Count(expected.Status switch { DecodingStatus.Message => "message", DecodingStatus.Junk => "junk", _ => "incomplete" });
        RequireSame(expected, codec.Decode(new(input, from, to - from)), "in one piece");
        RequireSame(expected, codec.Decode(Segments.Of(input, from, to, choices)), "in several");
        return expected;
    }

    private void EncodeAgain(TMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            codec.Encode(message, output);
        }
        catch (PreconditionViolationException)
        {
            Coverage.Count("without a frame");
            return;
        }

        Coverage.Count("encoded again");
        RequireSame(Decoding<TMessage>.Of(message, output.WrittenCount), codec.Decode(new(output.WrittenMemory)), "encoded again");
    }

    private static void RequireSame(in Decoding<TMessage> expected, in Decoding<TMessage> actual, string how)
    {
        if (expected.Status == actual.Status && expected.Length == actual.Length && EqualityComparer<TMessage>.Default.Equals(expected.Message, actual.Message)) return;
        throw new FuzzFailureException($"Decoding {how} gives {Text(actual)}, not {Text(expected)}.");
    }

    private static string Text(in Decoding<TMessage> decoding) => $"{decoding.Status} {decoding.Message} of {decoding.Length} bytes";
}
