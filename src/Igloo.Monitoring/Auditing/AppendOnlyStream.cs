namespace Igloo.Monitoring.Auditing;

/// <summary>Appends whole lines: a line that could not be written wholly is taken back, or nothing is written after it.</summary>
/// <param name="stream">The stream; closed with this.</param>
internal sealed class AppendOnlyStream(Stream stream) : IDisposable
{
    private bool isTorn;

    public long Length { get; private set; }

    /// <summary>How many lines were appended.</summary>
    public int Lines { get; private set; }

    /// <exception cref="IOException">The line was not written.</exception>
    public void Append(ReadOnlySpan<byte> line, bool toDisk)
    {
        if (isTorn) throw new IOException("The audit log ends in a line that could be neither written nor taken back; nothing can be recorded after it.");
        try
        {
            stream.Write(line);
            stream.Flush();
            if (toDisk && stream is FileStream file) file.Flush(flushToDisk: true);
            Length += line.Length;
            Lines++;
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            TakeBack();
            throw new IOException($"The audit log cannot be written: {failure.Message}", failure);
        }
    }

    private void TakeBack()
    {
        try
        {
            stream.SetLength(Length);
            stream.Seek(0, SeekOrigin.End);
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            isTorn = true;
        }
    }

    // A file that would exceed the system's limit for files is an argument out of range to the library.
    private static bool IsOfTheDisk(Exception failure) => failure is IOException or NotSupportedException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    public void Dispose() => stream.Dispose();
}
