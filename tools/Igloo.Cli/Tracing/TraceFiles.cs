using Igloo.Viewing.Traces;

namespace Igloo.Cli.Tracing;

/// <summary>Trace files that the user names: every failure is a message that says what to do.</summary>
internal static class TraceFiles
{
    /// <summary>Reads a trace.</summary>
    /// <exception cref="UserErrorException">There is none at the path.</exception>
    public static TraceDocument Read(string path)
    {
        try
        {
            return TraceFile.Read(path);
        }
        catch (TraceFormatException exception)
        {
            throw new UserErrorException($"'{path}' is no trace. {exception.Message}", "Traces are written by 'igloo explore --trace FILE', 'igloo simulate --trace FILE' and 'save FILE' in 'igloo play'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The trace '{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Writes a trace, whole or not at all.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public static void Write(string path, TraceDocument trace)
    {
        try
        {
            TraceFile.Write(path, trace);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The trace cannot be written to '{path}': {exception.Message}", "Name a file in a folder that exists and that you may write to.");
        }
    }
}
