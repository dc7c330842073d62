using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Igloo.Monitoring.Codecs;

/// <summary>Bytes in one piece.</summary>
internal static class Contiguous
{
    /// <summary>Decodes the contents of a frame: where they are if they are in one piece, and otherwise copied together in memory that is used again.</summary>
    public static bool TryDecode<TMessage>(IPayloadCodec<TMessage> payload, in ReadOnlySequence<byte> contents, [MaybeNullWhen(false)] out TMessage message)
    {
        if (contents.IsSingleSegment) return payload.TryDecode(contents.FirstSpan, out message);
        var together = FrameWriter.Take();
        try
        {
            foreach (var piece in contents) together.Write(piece.Span);
            return payload.TryDecode(together.Written.Span, out message);
        }
        finally
        {
            together.PutBack();
        }
    }

    /// <summary>Writes a frame of whose bytes the first depend on the last: directly where it is put together, or through a writer of its own.</summary>
    /// <param name="output">Where to. Nothing reaches it if the frame cannot be written.</param>
    /// <param name="message">The message.</param>
    /// <param name="write">Writes the frame at the end of a writer.</param>
    public static void Write<TMessage>(IBufferWriter<byte> output, TMessage message, Action<TMessage, FrameWriter> write)
    {
        if (output is FrameWriter direct)
        {
            write(message, direct);
            return;
        }

        var writer = FrameWriter.Take();
        try
        {
            write(message, writer);
            output.Write(writer.Written.Span);
        }
        finally
        {
            writer.PutBack();
        }
    }
}
