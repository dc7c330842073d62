using System.Collections.Immutable;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>Reads what one component did from its logs.</summary>
public static class RecordedLog
{
    /// <summary>From the entries of an audit log.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="log">The entries.</param>
    /// <remarks>
    /// An intent that is followed by no outcome, or by an unknown one, may have happened or not; one that failed has not. What was only
    /// observed has happened. A second start says that the component is in its initial state again.
    /// </remarks>
    /// <exception cref="InvalidDataException">A line tells the outcome of an output that is none, or whose outcome is known.</exception>
    public static RecordedLog<TIndex, TEvent> Of<TIndex, TEvent>(TIndex component, IReadOnlyCollection<AuditEntry<TEvent>> log)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(log);
        var recording = new Recording<TIndex, TEvent>(component);
        recording.Add([.. log], file: null);
        return recording.Ended();
    }

    /// <summary>From audit logs in files. Only the last line of each run may have been cut short.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="files">The files, in any order: those of one log are read by their numbers, see <see cref="AuditFiles"/>.</param>
    /// <exception cref="InvalidDataException">A line is damaged, missing or out of order, or a file is missing between two others.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RecordedLog<TIndex, TEvent> Read<TIndex, TEvent>(TIndex component, IEnumerable<string> files)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(files);
        var recording = new Recording<TIndex, TEvent>(component);
        foreach (var file in AuditFiles.ByLog(files).SelectMany(log => log)) recording.Add(AuditLogReader.Read<TEvent>(file), file);
        return recording.Ended();
    }

    /// <summary>From logs that a service writes by itself. A last line without line break may be cut short and is left out.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="files">The files, in the order in which they were written.</param>
    /// <param name="parser">Reads their lines.</param>
    /// <returns>The events, numbered by their lines.</returns>
    /// <exception cref="InvalidDataException">The parser calls a line damaged, or fails on it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RecordedLog<TIndex, TEvent> Parse<TIndex, TEvent>(TIndex component, IEnumerable<string> files, ILogParser<TEvent> parser)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(parser);
        var lines = new ParsedLines();
        return new(component, [.. files.DistinctBy(Path.GetFullPath).SelectMany(file => Parsed(component, file, parser, lines))]) { Lines = lines };
    }

    internal static ImmutableArray<RecordedLog<TIndex, TEvent>> ByComponent<TIndex, TEvent>(IEnumerable<RecordedEvent<TIndex, TEvent>> run)
        where TIndex : notnull
        where TEvent : class => [.. run.GroupBy(e => e.Component).Select(log => new RecordedLog<TIndex, TEvent>(log.Key, [.. log]))];

    private static IEnumerable<RecordedEvent<TIndex, TEvent>> Parsed<TIndex, TEvent>(TIndex component, string file, ILogParser<TEvent> parser, ParsedLines read)
        where TEvent : class
    {
        using var text = new StreamReader(AuditFiles.OpenToRead(file));
        var lines = text.ReadToEnd().Split('\n');
        read.Add(lines);
        for (var i = 0; i < lines.Length - 1; i++)
        {
            switch (Parsed(file, i + 1, lines[i].TrimEnd('\r'), parser))
            {
                case LogLine<TEvent>.Happened(var e, var at, var isCertain):
                    read.Events++;
                    yield return new(component, i + 1, at, e, isCertain) { Place = new(file, i + 1) };
                    break;
                case LogLine<TEvent>.Damaged(var why):
                    throw new InvalidDataException($"{file}:{i + 1}: the line is damaged: {why}");
                default:
                    break;
            }
        }
    }

    // Parsers are written for the lines that somebody has seen; the others make them throw.
    private static LogLine<TEvent> Parsed<TEvent>(string file, int number, string line, ILogParser<TEvent> parser)
        where TEvent : class
    {
        try
        {
            return parser.Parse(line);
        }
        catch (Exception failure)
        {
            throw new InvalidDataException(
                $"{file}:{number}: {parser.GetType().Name}.Parse failed on \"{line}\": {failure.GetType().Name}: {failure.Message}\nWhere it cannot read a line it returns Other, or Damaged with the reason.", failure);
        }
    }
}
