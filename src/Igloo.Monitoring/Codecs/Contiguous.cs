using System.Buffers;

namespace Igloo.Monitoring.Codecs;

/// <summary>Bytes in one piece.</summary>
internal static class Contiguous
{
    /// <summary>Without a copy where they are so already.</summary>
    public static ReadOnlySpan<byte> Of(in ReadOnlySequence<byte> bytes) => bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();

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
