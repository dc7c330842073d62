using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Igloo.Monitoring.Auditing;

/// <summary>An audit log in files: one JSON object a line, appended and handed to the operating system before the call returns.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// A line that was cut short is the last one and is not counted by <see cref="AuditLogReader"/>. Where a line cannot be written, for
/// instance because the disk is full, what was written of it is taken back and <see cref="Record"/> fails; once there is room again the log
/// goes on without a gap. Where that is impossible too, every later call fails.
/// </remarks>
public sealed class AuditLog<TEvent> : IAuditSink<TEvent>, IDisposable
    where TEvent : class
{
    private readonly AuditLogOptions options;
    private readonly string? path;
    private readonly ArrayBufferWriter<byte> line = new(512);
    private readonly Utf8JsonWriter writer;
    private readonly ValueJson values;
    private AppendOnlyStream file;
    private int number;
    private long fullAt;

    /// <summary>Records into a stream.</summary>
    /// <param name="stream">The stream; closed with the log.</param>
    public AuditLog(Stream stream)
        : this(stream ?? throw new ArgumentNullException(nameof(stream)), path: null, number: 0, new())
    {
    }

    private AuditLog(Stream stream, string? path, int number, AuditLogOptions options)
    {
        this.options = options;
        this.path = path;
        this.number = number;
        file = new(stream);
        fullAt = options.LargestFile;
        values = new(options.Redact);
        writer = new(line, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>Starts a log in a new file, or in one that is empty.</summary>
    /// <param name="path">The file; later ones are named after it, see <see cref="AuditFiles"/>.</param>
    /// <param name="options">How the log is kept; by default in one file, for ever.</param>
    /// <exception cref="IOException">The log has content: a component is started once for each log. Or the file cannot be had.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No file would be kept.</exception>
    public static AuditLog<TEvent> Create(string path, AuditLogOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var chosen = Valid(options);
        if (AuditFiles.LastNumber(path) > 0) throw new IOException($"The audit log {path} has files of an earlier run.");
        if (!File.Exists(path)) return new(Open(path, FileMode.CreateNew), path, number: 0, chosen);
        if (LengthOfUnused(path) > 0) throw new IOException($"The audit log {path} has entries of an earlier run.");
        return new(Open(path, FileMode.Open), path, number: 0, chosen);
    }

    /// <summary>Continues a log after a restart, in a file of its own that begins with the state that the monitor resumes from.</summary>
    /// <param name="path">The path that the log was created with.</param>
    /// <param name="options">How the log is kept.</param>
    /// <exception cref="IOException">Another process has continued the log, or still writes it. Or the file cannot be had.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No file would be kept.</exception>
    public static AuditLog<TEvent> Continue(string path, AuditLogOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var chosen = Valid(options);
        var number = AuditFiles.LastNumber(path) + 1;
        if (AuditFiles.Of(path) is [.., var newest]) LengthOfUnused(newest);
        return new(Open(AuditFiles.NameOf(path, number), FileMode.CreateNew), path, number, chosen);
    }

    /// <inheritdoc/>
    public bool WantsState => path is not null && file.Length >= fullAt;

    /// <inheritdoc/>
    public string? LastPlace => path is null ? null : string.Create(CultureInfo.InvariantCulture, $"{AuditFiles.NameOf(path, number)}:{file.Lines}");

    /// <inheritdoc/>
    public void Record(in AuditEntry<TEvent> entry)
    {
        line.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteNumber(AuditFields.Sequence, entry.Sequence);
        writer.WriteString(AuditFields.At, entry.At);
        writer.WriteString(AuditFields.Kind, AuditFields.NameOf(entry.Kind));
        if (entry.Intent != 0) writer.WriteNumber(AuditFields.Intent, entry.Intent);
        if (entry.Text is not null && (options.Redact is null || entry.Kind == AuditKind.Start)) writer.WriteString(AuditFields.Text, entry.Text);
        if (entry.Event is not null)
        {
            writer.WritePropertyName(AuditFields.Event);
            values.Write(writer, entry.Event, typeof(TEvent));
        }

        if (entry.State is not null)
        {
            writer.WritePropertyName(AuditFields.State);
            entry.State.Write(writer, values);
        }

        writer.WriteEndObject();
        writer.Flush();
        line.Write("\n"u8);
        if (entry.Kind == AuditKind.State && WantsState) GoOnInNewFile();
        else file.Append(line.WrittenSpan, MustReachDisk(entry.Kind));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        file.Dispose();
        writer.Dispose();
    }

    private bool MustReachDisk(AuditKind kind) =>
        options.Durability == AuditDurability.Machine && kind is AuditKind.Intent or AuditKind.Start or AuditKind.State;

    // The old file is closed when the new one has its first line: where that fails the log goes on in the old one.
    private void GoOnInNewFile()
    {
        fullAt = file.Length + options.LargestFile;
        var nextPath = AuditFiles.NameOf(path!, number + 1);
        var next = new AppendOnlyStream(Open(nextPath, FileMode.CreateNew));
        try
        {
            next.Append(line.WrittenSpan, MustReachDisk(AuditKind.State));
        }
        catch (IOException)
        {
            next.Dispose();
            Delete(nextPath);
            throw;
        }

        file.Dispose();
        file = next;
        number++;
        fullAt = options.LargestFile;
        if (options.KeptFiles != int.MaxValue) DeleteOldFiles();
    }

    // The line is written and has its number: nothing may fail any more. What cannot be deleted now is tried again with the next file.
    private void DeleteOldFiles()
    {
        try
        {
            foreach (var old in AuditFiles.Of(path!).SkipLast(options.KeptFiles)) Delete(old);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static AuditLogOptions Valid(AuditLogOptions? options)
    {
        var chosen = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.KeptFiles, 1, nameof(AuditLogOptions.KeptFiles));
        return chosen;
    }

    // Nobody else has a file that can be had for oneself. A writer lets others read, so it cannot hold it like that itself.
    private static long LengthOfUnused(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return file.Length;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The audit log {path} is in use, or cannot be read: {failure.Message}", failure);
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        try
        {
            return new(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(denied.Message, denied);
        }
    }
}
